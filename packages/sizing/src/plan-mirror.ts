import { Refusal, type RegionName } from '@iris-azure/foundation';
import { diskPerformance, type DiskType } from './catalogue/disks';
import {
  assessMachine,
  chooseMachine,
  type MachineCandidate,
  type MachineChoice,
  type MachineOptions,
} from './machine/choose-machine';
import { type PlannedDiskType } from './storage/disk-stripe';
import { planStorage, type StoragePlan } from './storage/plan-storage';
import { databaseDisks, type MirrorVolumes, singleDisks } from './storage/volumes';
import { assertDemand, type Workload } from './workload';

/** What a mirror's members are to be, in figures or by what they carry. */
export interface MirrorSizing {
  /** Size of every member that may become primary. @default the one that carries the workload */
  readonly size?: string;
  /** Volumes of every member that may become primary. @default those that carry the workload */
  readonly volumes?: MirrorVolumes;
  /** Workload, which decides on what is not given, and which what is given must carry. @default none is stated */
  readonly workload?: Workload;
}

/** What a plan depends on beside the mirror. */
export interface MirrorPlanOptions extends Pick<MachineOptions, 'lastsUntil' | 'cheapest'> {
  /** Regions in which the mirror has members, the primary one first. */
  readonly regions: readonly RegionName[];
  /** Type of the disks. @default Premium_LRS */
  readonly diskType?: DiskType;
}

/** Size and volumes of a mirror's members. */
export interface MirrorPlan {
  /** Size of every member. */
  readonly size: string;
  /** Volumes of every member. */
  readonly volumes: MirrorVolumes;
  /** What the workload uses of the size, and where it was chosen the other sizes that would do. */
  readonly machine?: MachineCandidate & Partial<MachineChoice>;
  /** How the disks were chosen, where they were. */
  readonly storage?: StoragePlan;
}

/**
 * Decides on size and volumes of a mirror's members: what is given is taken, and refused where it does not carry the workload;
 * what is not given is chosen to carry it.
 *
 * @throws Refusal when neither is given, when what is given is too small, or when nothing is large enough.
 */
export function planMirror(sizing: MirrorSizing, options: MirrorPlanOptions): MirrorPlan {
  const { size, volumes, workload } = sizing;
  if (!workload) {
    if (size === undefined || volumes === undefined) {
      throw new Refusal('a mirror must have size and volumes, or a workload that decides on them; set workload');
    }
    return { size, volumes };
  }
  assertDemand(workload);
  const { diskType = 'Premium_LRS' } = options;
  if (diskType === 'StandardSSD_LRS') {
    throw new Refusal(
      'a workload must be carried by Premium disks: of Standard SSD Azure promises no figures; set diskType, or size and volumes',
    );
  }
  if (volumes) {
    assertDatabasesFit(volumes, workload, diskType);
    assertJournalsFit(volumes, workload);
  }
  const disks = volumes ? volumes.database.disks : fewestDisks(workload, diskType);
  const machine = machineFor(size, workload, { ...options, diskType, dataDisks: singleDisks + disks });
  if (volumes) {
    return { size: machine.size.name, volumes, machine };
  }
  const room = machine.size.dataDisks - singleDisks;
  const storage = planStorage(workload, { diskType, mostDisks: Math.min(databaseDisks.most, room) });
  return {
    size: machine.size.name,
    volumes: storage.volumes,
    // What was asked of it until now is room for the fewest disks.
    machine: {
      ...machine,
      ...assessMachine(machine.size.name, workload, {
        ...options,
        diskType,
        dataDisks: singleDisks + storage.database.disks,
      }),
    },
    storage,
  };
}

function machineFor(size: string | undefined, workload: Workload, options: MachineOptions): MachineCandidate {
  return size === undefined ? chooseMachine(workload, options) : assessMachine(size, workload, options);
}

/** Fewest disks over which the databases can be striped: a machine with room for them will do. */
function fewestDisks(workload: Workload, diskType: PlannedDiskType): number {
  const { database, alternatives } = planStorage(workload, { diskType });
  return Math.min(...[database, ...alternatives].map((stripe) => stripe.disks));
}

function assertDatabasesFit(
  { database: { disks, ...disk } }: MirrorVolumes,
  { capacityGib, iops, throughputMbps }: Workload,
  diskType: PlannedDiskType,
): void {
  const each = diskPerformance(diskType, disk);
  const lacking = [
    ['capacity', capacityGib, disks * disk.sizeGib, 'GiB'],
    ['IOPS', iops, disks * (each?.iops ?? 0), ''],
    ['throughput', throughputMbps, disks * (each?.throughputMbps ?? 0), 'MB/s'],
  ] as const;
  const texts = lacking
    .filter(([, demand, together]) => demand > together)
    .map(([name, demand, together, unit]) => `${name} ${demand} of ${together}${unit && ` ${unit}`}`);
  if (texts.length > 0) {
    throw new Refusal(
      `the ${disks} database disks do not carry the workload: ${texts.join(', ')}; set volumes.database, or leave volumes out`,
    );
  }
}

/** Both journals hold what is stated of them: the alternate one is there for when the other one is not. */
function assertJournalsFit(volumes: MirrorVolumes, { journalGib = 0 }: Workload): void {
  for (const volume of ['journal', 'alternateJournal'] as const) {
    if (volumes[volume].sizeGib < journalGib) {
      throw new Refusal(
        `volumes.${volume} must hold journalGib ${journalGib}, got ${volumes[volume].sizeGib} GiB; ` +
          `set volumes.${volume}, or leave volumes out`,
      );
    }
  }
}
