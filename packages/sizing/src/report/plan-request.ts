import { type MirrorPlanOptions, type MirrorSizing } from '../plan-mirror';
import { type Workload } from '../workload';

/** One mirror that is to be planned, and reported. */
export interface PlanRequest {
  /** What it carries, and what of it is given. */
  readonly sizing: MirrorSizing & { readonly workload: Workload };
  /** What the plan depends on beside it. */
  readonly options: MirrorPlanOptions;
  /** Name of the mirror. @default it has none yet */
  readonly mirror?: string;
  /** Where it stands in an environment file. @default `mirror` */
  readonly path?: readonly string[];
  /** Shared memory of its instances in MB, from which huge pages follow. @default they are not told */
  readonly sharedMemoryMb?: number;
  /** How many alternatives are named, for the machine and for the disks. @default 3 */
  readonly alternatives?: number;
}
