import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { baselinesFolder } from './paths';

/** Which rules hold for an environment: all but those that it leaves out, so that a new rule holds at once. */
export interface Baseline {
  /** What users name it by: `reference`, `zonal` or `nonproduction`. */
  readonly name: string;
  /** What it is for, in one line. */
  readonly title: string;
  /** Ids of the rules that it leaves out, each with the reason. */
  readonly leavesOut: Readonly<Record<string, string>>;
}

/** Every baseline that comes with the policies; the first holds where none is named. */
export const baselines: readonly [Baseline, ...Baseline[]] = [read('reference'), read('zonal'), read('nonproduction')];

function read(name: string): Baseline {
  return JSON.parse(readFileSync(join(baselinesFolder, `${name}.json`), 'utf8')) as Baseline;
}
