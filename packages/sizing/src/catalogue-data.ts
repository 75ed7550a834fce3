/** Formats of the files in `data`, for the program that writes them and for those who read them without this package's code. */
export { type DisksData } from './catalogue/disks';
export { type MachineSeries, type Retirement, type RetirementData } from './catalogue/machine-series';
export {
  type ConstrainedSizeData,
  type MachineSizeData,
  type MachineSizesData,
  type Pair,
} from './catalogue/machine-sizes';
export { type OffersData } from './catalogue/offers';
