import { type EnvironmentOf } from '@iris-azure/foundation';
import { type Construct } from 'constructs';
import { addArchitecture, type EnvironmentStacks } from './architecture';
import { mirrorOf, tierOf } from './sizing';

/**
 * Blueprint of TrakCare, after the second example of InterSystems' reference architecture: load-balanced web servers, ECP
 * application servers, two EPS print servers and one mirror in the primary region, disaster recovery in a second.
 *
 * @seed S29
 */
export function addTrakCare(scope: Construct, environment: EnvironmentOf<'trakcare'>): EnvironmentStacks {
  const { mirror, web, application, print, hostName } = environment;
  return addArchitecture(scope, environment, {
    mirrors: { Mirror: mirrorOf(environment, mirror) },
    compute: {
      web: tierOf(environment, web, 'web'),
      application: tierOf(environment, application, 'application'),
      print: tierOf(environment, print, 'print'),
      hostName,
    },
  });
}
