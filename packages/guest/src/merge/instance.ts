import { Refusal } from '@iris-azure/foundation';
import { type SharedMemorySettings } from '@iris-azure/sizing';
import { type ParameterSection } from './merge-file';
import { directory } from './names';

/** Sizes of database blocks for which there are global buffers, in KiB, in the order of the parameter `globals`. */
const blockSizesKib = [2, 4, 8, 16, 32, 64] as const;

/** Global buffers for databases of one block size, in MB. */
export type GlobalsByBlockSize = Readonly<Partial<Record<4 | 8 | 16 | 32 | 64, number>>>;

/** Where an instance keeps what it writes beside its databases. */
export interface InstanceDirectories {
  /**
   * Write image journal.
   *
   * @default /iris/wij/
   */
  readonly wij?: string;
  /**
   * Journals.
   *
   * @default /iris/journal/
   */
  readonly journal?: string;
  /**
   * Journals when the first folder fails, or is full.
   *
   * @default /iris/alternate-journal/
   */
  readonly alternateJournal?: string;
}

/** How an instance is configured, whatever databases it holds. */
export interface InstanceConfiguration {
  /** What the instance takes from shared memory. */
  readonly memory: SharedMemorySettings;
  /**
   * Global buffers of each block size; together they are `memory.globalsMb`.
   *
   * @default all of them for databases of 8 KiB, the product's own block size
   */
  readonly globals?: GlobalsByBlockSize;
  /**
   * Folders on the volumes of their own. `none` leaves all of them in the installation: a server without volumes.
   *
   * @default the mount points of mirror members
   */
  readonly directories?: InstanceDirectories | 'none';
}

/**
 * Sections `[config]` and `[Journal]` of an instance. Updates wait while journals cannot be written, and are not lost: the product does
 * so by itself on failover members, here it holds for every instance.
 *
 * @throws Refusal when the global buffers of all block sizes are not those of the shared memory, or a size is no whole number.
 * @see https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=RACS
 */
export function instanceSections({ memory, globals, directories = {} }: InstanceConfiguration): ParameterSection[] {
  const buffers = globals ?? { 8: memory.globalsMb };
  const total = Object.values(buffers).reduce((sum, megabytes) => sum + megabytes, 0);
  if (total !== memory.globalsMb) {
    throw new Refusal(
      `global buffers of all block sizes must be those of the shared memory, ${memory.globalsMb} MB, got ${total}; set globals`,
    );
  }
  const config: ParameterSection = {
    name: 'config',
    parameters: [
      ['globals', ...blockSizesKib.map((size) => whole('globals', size === 2 ? 0 : (buffers[size] ?? 0)))],
      ['routines', whole('routines', memory.routinesMb)],
      ['gmheap', whole('gmheap', memory.gmheapKb)],
      ['jrnbufs', whole('jrnbufs', memory.jrnbufsMb)],
      ['MaxServers', whole('MaxServers', memory.maxServers)],
      ['MaxServerConn', whole('MaxServerConn', memory.maxServerConn)],
      ...(directories === 'none' ? [] : [['wijdir', directory(directories.wij ?? '/iris/wij/')] as const]),
    ],
  };
  const journal: ParameterSection = {
    name: 'Journal',
    parameters: [
      ...(directories === 'none'
        ? []
        : [
            ['AlternateDirectory', directory(directories.alternateJournal ?? '/iris/alternate-journal/')] as const,
            ['CurrentDirectory', directory(directories.journal ?? '/iris/journal/')] as const,
          ]),
      ['FreezeOnError', 1],
    ],
  };
  return [config, journal];
}

function whole(name: string, value: number): number {
  if (!Number.isInteger(value) || value < 0) {
    throw new Refusal(
      `${name} must be a whole number of at least 0, got ${value}; set the shared memory of the instance`,
    );
  }
  return value;
}
