import { type ComputeSettings } from '@iris-azure/compute';
import { type Deployment, type Environment } from '@iris-azure/foundation';
import { deploymentOf } from './deployment';
import { perimeterOf } from './perimeter';
import { type ArchitectureMirror } from './sizing';

/** What a blueprint makes of an environment: the mirrors and the tiers around them. */
export interface Architecture {
  /** Mirrors, by ids that never change. */
  readonly mirrors: Readonly<Record<string, ArchitectureMirror>>;
  /** Tiers of servers without databases of their own. */
  readonly compute: ComputeSettings;
}

/** What both regions of an environment have alike. */
export function sharedSettings(environment: Environment, { compute }: Architecture) {
  const { access, image, administrator, highAvailability, diskType, web } = environment;
  const deployment: Deployment = deploymentOf(environment);
  return {
    deployment,
    servers: { image, administratorName: administrator.userName, highAvailability, diskType },
    compute: { ...compute, clients: access.clients },
    /** How a network is reached, and how it reaches out. */
    reach: { access, backendTls: web.tls, ...perimeterOf(environment) },
  };
}

/** What both regions of an environment have alike. */
export type SharedSettings = ReturnType<typeof sharedSettings>;
