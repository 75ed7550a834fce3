import type { CloudName } from './cloud';
import type { Region } from './region';
import type { StateStorage } from './state-storage';

/** What the stacks of one environment share: what it is called and how it is tagged. */
export interface Deployment {
  /** The application, for example `trakcare`. First part of every stack's and resource's name. */
  readonly workload: string;
  /** Short name of the organization, in every name that must be unique in all of Azure, for example `contoso`. */
  readonly organization: string;
  /** The stage, for example `prod`. Second part of every stack's and resource's name. */
  readonly environment: string;
  /** Tags for every resource that takes tags, beside those that the constructs set. */
  readonly tags: Readonly<Record<string, string>>;
  /** Cloud in which all of it is. @default public */
  readonly cloud?: CloudName;
  /** Where the state of each stack is kept. @default a file beside the synthesized stack, for one person alone */
  readonly state?: StateStorage;
}

/** Name of a stack: `<workload>-<environment>-<part>`. */
export function stackName(deployment: Deployment, part: string): string {
  return [deployment.workload, deployment.environment, part].join('-');
}

/** Parts with which the names of one region's resources begin: workload, environment, region code. */
export function nameParts(deployment: Deployment, region: Region): readonly [string, string, string] {
  return [deployment.workload, deployment.environment, region.code];
}
