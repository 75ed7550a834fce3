import { type RegionName } from '@iris-azure/foundation';
import { type PlannedDiskType } from '../storage/disk-stripe';
import { type MachineOptions } from '../machine/choose-machine';

/** Figures of a workload, as they were given. */
export interface FigureOptions {
  /** GiB of the databases. */
  readonly capacity?: number;
  /** Reads and writes in a second. */
  readonly iops?: number;
  /** MB/s. */
  readonly throughput?: number;
  /** GiB of memory. */
  readonly memory?: number;
  /** Number of vCPUs. */
  readonly vcpus?: number;
  /** GiB of the journals. */
  readonly journal?: number;
  /** Regions, the primary one first. */
  readonly region?: readonly RegionName[];
  /** Type of the disks. */
  readonly diskType?: PlannedDiskType;
  /** Day until which the machines are to last. */
  readonly lastsUntil?: string;
  /** Size that is given. */
  readonly size?: string;
}

/** How what was found is printed. */
export interface FormatOptions {
  /** For a person, or for a program. */
  readonly format: 'table' | 'json';
}

/** Options of `iris-size plan`. */
export interface PlanOptions extends FigureOptions, FormatOptions, Pick<MachineOptions, 'cheapest'> {
  /** File of an environment, in place of the figures. */
  readonly environment?: string;
  /** Name of its one mirror that is asked about. */
  readonly mirror?: string;
  /** Shared memory of the instances in MB. */
  readonly sharedMemory?: number;
  /** How many alternatives are named. */
  readonly alternatives: number;
  /** File of the plot. */
  readonly plot?: string;
}

/** Options of `iris-size explain`. */
export interface ExplainOptions extends FormatOptions {
  /** Disks, such as `4xP30`. */
  readonly disks?: string;
  /** Their type. */
  readonly diskType: PlannedDiskType;
  /** IOPS of each. */
  readonly diskIops?: number;
  /** Throughput of each in MB/s. */
  readonly diskThroughput?: number;
  /** Regions whose prices are asked for. */
  readonly region?: readonly RegionName[];
}

/** Options of `iris-size list`. */
export interface ListOptions extends FormatOptions {
  /** Regions that offer the sizes. */
  readonly region?: readonly RegionName[];
  /** Their series. */
  readonly series?: string;
}

/** What a user asked for. */
export type Command =
  | { readonly name: 'plan'; readonly options: PlanOptions }
  | { readonly name: 'explain'; readonly size: string; readonly options: ExplainOptions }
  | { readonly name: 'list'; readonly options: ListOptions };
