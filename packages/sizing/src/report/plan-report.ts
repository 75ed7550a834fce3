import { findRegion, Refusal } from '@iris-azure/foundation';
import { type CatalogueSource, catalogueSources } from '../catalogue/sources';
import { assertMachine } from '../machine/assert-machine';
import { type Bottleneck, explainBottleneck } from '../machine/bottleneck';
import { type LinuxMemory } from '../memory/linux-memory';
import { type MirrorPlanOptions, planMirror } from '../plan-mirror';
import { type PlannedDiskType } from '../storage/disk-stripe';
import { singleDisks } from '../storage/volumes';
import { type Workload } from '../workload';
import { type DisksReport, disksReport } from './disks-report';
import { environmentBlock } from './environment-block';
import { type MachineReport, machineReport } from './machine-report';
import { memoryReport } from './memory-report';
import { planNotes } from './notes';
import { type PlanRequest } from './plan-request';
import { type VolumeReport, volumeReports } from './volume-report';

/** How a mirror was planned. */
export interface PlanReport {
  /** Name of the mirror; null where it has none yet. */
  readonly mirror: string | null;
  /** Regions in which it has members, the primary one first. */
  readonly regions: readonly string[];
  /** What it carries. */
  readonly workload: Workload;
  /** Size of its members. */
  readonly machine: MachineReport;
  /** Disks of its databases. */
  readonly disks: DisksReport;
  /** What those disks do together, against what the size passes on. */
  readonly bottleneck: Bottleneck;
  /** All volumes of a member. */
  readonly volumes: readonly VolumeReport[];
  /** What Linux is told of its memory; huge pages where the shared memory is known. */
  readonly memory: Partial<LinuxMemory> & Pick<LinuxMemory, 'swappiness'>;
  /** What is to be known before it is used. */
  readonly notes: readonly string[];
  /** YAML for an environment file. */
  readonly environment: string;
}

/** What `iris-size plan --format json` prints. */
export interface PlansReport {
  /** Tells this document from others. */
  readonly format: 'iris-azure/sizing-plan';
  /** Version of its form. */
  readonly version: 1;
  /** Sources of all figures, and their dates. */
  readonly catalogues: readonly CatalogueSource[];
  /** Each mirror. */
  readonly plans: readonly PlanReport[];
}

/**
 * Plans mirrors, and reports how.
 *
 * @throws Refusal when one of them cannot be planned; the message begins with its name where it has one.
 */
export function plansReport(requests: readonly PlanRequest[]): PlansReport {
  return {
    format: 'iris-azure/sizing-plan',
    version: 1,
    catalogues: catalogueSources(),
    plans: requests.map((request) => named(request, () => planReport(request))),
  };
}

/**
 * Plans one mirror, and reports how.
 *
 * @throws Refusal when it cannot be planned
 */
export function planReport(request: PlanRequest): PlanReport {
  const { sizing, options, mirror, path = ['mirror'], sharedMemoryMb, alternatives = 3 } = request;
  const { workload } = sizing;
  const diskType = plannedDiskType(options);
  const plan = planMirror(sizing, options);
  const { size, volumes, machine } = plan;
  const dataDisks = singleDisks + volumes.database.disks;
  for (const region of options.regions) {
    assertMachine({ size, region, dataDisks, diskType });
  }
  const { disks, ...disk } = volumes.database;
  const found = machine && explainBottleneck(machine.size, Array<typeof disk>(disks).fill(disk), diskType);
  if (!machine || !found) {
    throw new Error(`the plan of ${size} has no machine, or no figures of its disks`);
  }
  return {
    mirror: mirror ?? null,
    regions: options.regions,
    workload,
    machine: machineReport(machine, options, alternatives),
    disks: disksReport(plan, diskType, alternatives),
    bottleneck: found,
    volumes: volumeReports(volumes, diskType),
    memory: memoryReport(machine.size, sharedMemoryMb),
    notes: planNotes(size, volumes, diskType, options.regions),
    environment: environmentBlock({ path, workload, size, volumes, diskType, lastsUntil: options.lastsUntil }),
  };
}

/** Of other types of disk nothing is promised; those of version 2 are in zones alone. */
function plannedDiskType({ diskType = 'Premium_LRS', regions }: MirrorPlanOptions): PlannedDiskType {
  if (diskType === 'StandardSSD_LRS') {
    throw new Refusal(
      'a workload must be carried by Premium disks: of Standard SSD Azure promises no figures; set diskType',
    );
  }
  const without = regions.find((region) => diskType === 'PremiumV2_LRS' && findRegion(region).zones.length < 3);
  if (without) {
    throw new Refusal(
      `PremiumV2_LRS disks are for zones, and ${without} has none; set diskType to Premium_LRS, or choose another region`,
    );
  }
  return diskType;
}

function named<Result>({ mirror }: PlanRequest, plan: () => Result): Result {
  try {
    return plan();
  } catch (error) {
    throw error instanceof Refusal && mirror !== undefined
      ? new Refusal(`mirror ${mirror}: ${error.message}`, { cause: error })
      : error;
  }
}
