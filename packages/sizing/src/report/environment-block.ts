import { type DiskType, type SizedDisk } from '../catalogue/disks';
import { type MirrorPlan } from '../plan-mirror';
import { type Workload } from '../workload';

/** What of a plan stands in an environment file. */
export interface EnvironmentBlock extends Pick<MirrorPlan, 'size' | 'volumes'> {
  /** Where the mirror stands in the file, such as `mirror`. */
  readonly path: readonly string[];
  /** What it carries. */
  readonly workload: Workload;
  /** Type of its disks. */
  readonly diskType: DiskType;
  /** Day until which its machines are to last. @default none is stated */
  readonly lastsUntil?: string;
}

/** YAML for an environment file: what a mirror carries, and what was decided for it. */
export function environmentBlock({ path, workload, size, volumes, diskType, lastsUntil }: EnvironmentBlock): string {
  const indent = '  '.repeat(path.length);
  return [
    ...(diskType === 'Premium_LRS' ? [] : [`diskType: ${diskType}`]),
    ...(lastsUntil === undefined ? [] : [`lastsUntil: ${lastsUntil}`]),
    ...path.map((name, depth) => `${'  '.repeat(depth)}${name}:`),
    ...[
      `workload: ${mapping(workload)}`,
      '# Without size and volumes, both are decided again at each synthesis; with them, they must carry the workload.',
      `size: ${size}`,
      'volumes:',
      ...Object.entries(volumes).map(([volume, disk]: [string, SizedDisk]) => `  ${volume}: ${mapping(disk)}`),
    ].map((line) => indent + line),
    '',
  ].join('\n');
}

function mapping(figures: Workload | SizedDisk): string {
  const members = Object.entries(figures).flatMap(([name, value]: [string, number | undefined]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return `{ ${members.join(', ')} }`;
}
