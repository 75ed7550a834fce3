export {
  type DiskTier,
  type DiskType,
  diskPerformance,
  disksReadOn,
  diskTier,
  diskTiers,
  type FigureRange,
  type ManagedDiskType,
  maxCachedGib,
  performanceRanges,
  type ProvisionedLimits,
  provisionedLimits,
  type SizedDisk,
  type TieredDiskType,
} from './catalogue/disks';
export { diskTiers2020 } from './catalogue/disks-2020';
export {
  findMachineSize,
  type MachineSize,
  machineSizes,
  machineSizesReadOn,
  seriesOf,
} from './catalogue/machine-sizes';
export { type MachineSeries, type Retirement, retirementOf } from './catalogue/machine-series';
export { hourlyPrice, isOffered, offersReadOn, regionsOffering, seriesOfferedIn } from './catalogue/offers';
export { type DiskPerformance, together } from './catalogue/performance';
export { type CatalogueSource, catalogueSources } from './catalogue/sources';
export { assertMachine, type MachineUse } from './machine/assert-machine';
export { type Bottleneck, bottleneck, explainBottleneck } from './machine/bottleneck';
export {
  assessMachine,
  chooseMachine,
  type MachineCandidate,
  type MachineChoice,
  type MachineOptions,
  machineRank,
} from './machine/choose-machine';
export { knownMachineSize } from './machine/known-machine-size';
export { diskLimits, exceeded, type Limit, limitsOf, limitText, tightest, usedShare } from './machine/limits';
export { type MirrorPlan, type MirrorPlanOptions, type MirrorSizing, planMirror } from './plan-mirror';
export { wastedThroughput } from './machine/wasted-throughput';
export { planServer, type ServerSizing } from './plan-server';
export { compareRanks, type Rank } from './rank';
export { carries, type DiskStripe, type PlannedDiskType, type StorageDemand } from './storage/disk-stripe';
export { diskRank, planStorage, type StorageOptions, type StoragePlan } from './storage/plan-storage';
export { type Stripe, stripeOver } from './storage/stripe';
export { type DataDiskSpec, databaseDisks, layOutVolumes, type MirrorVolumes, singleDisks } from './storage/volumes';
export { workloadTags } from './workload-tags';
export { assertDemand, type MachineDemand, type Workload } from './workload';
export { maxServerConn } from './memory/ecp';
export { type LinuxMemory, linuxMemory } from './memory/linux-memory';
export { largestGlobalsMb, type SharedMemorySettings, sharedMemoryMb } from './memory/shared-memory';
export {
  compositeAvailability,
  type Machines,
  machinesAvailability,
  minutesPerMonth,
  promised,
  type PromisedLink,
} from './availability/sla';
export { type LimitsPlot, limitsPlot } from './plot/limits-plot';
export { planPlot } from './plot/plan-plot';
export { type DiskSet, parseDisks } from './report/disk-set';
export { type DisksReport, type StripeReport } from './report/disks-report';
export { formatExplanation } from './report/format-explanation';
export { formatList } from './report/format-list';
export { formatPlans, type TextOptions } from './report/format-plans';
export {
  type LimitReport,
  type MachineAlternative,
  type MachineReport,
  type PriceReport,
} from './report/machine-report';
export { type PlanReport, planReport, type PlansReport, plansReport } from './report/plan-report';
export { type PlanRequest } from './report/plan-request';
export {
  type DisksOnSize,
  explainSize,
  type RegionPrice,
  type SizeExplanation,
  type SizeQuestion,
} from './report/size-explanation';
export { type ListedSize, type ListQuestion, type SizeList, sizeList } from './report/size-list';
export { type VolumeReport } from './report/volume-report';
