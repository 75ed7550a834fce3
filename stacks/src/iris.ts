import { type EnvironmentOf } from '@iris-azure/foundation';
import { type Construct } from 'constructs';
import { addArchitecture, type EnvironmentStacks } from './architecture';
import { mirrorOf, tierOf } from './sizing';

/**
 * Blueprint of any application on IRIS or Caché, after the first example of InterSystems' reference architecture:
 * load-balanced web servers, ECP application servers and one mirror in the primary region, disaster recovery in a second.
 *
 * @seed S28
 */
export function addIris(scope: Construct, environment: EnvironmentOf<'iris'>): EnvironmentStacks {
  const { mirror, web, application, hostName } = environment;
  return addArchitecture(scope, environment, {
    mirrors: { Mirror: mirrorOf(environment, mirror) },
    compute: {
      web: tierOf(environment, web, 'web'),
      application: tierOf(environment, application, 'application'),
      hostName,
    },
  });
}
