export {
  findMachineSize,
  type MachineSize,
  machineSizes,
  machineSizesReadOn,
  seriesOf,
} from './catalogue/machine-sizes';
export { type MachineSeries, type Retirement, retirementOf } from './catalogue/machine-series';
export { hourlyPrice, isOffered, offersReadOn, regionsOffering } from './catalogue/offers';
export { type DiskPerformance, together } from './catalogue/performance';
