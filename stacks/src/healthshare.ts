import { type EnvironmentOf, type ProductName, productNames } from '@iris-azure/foundation';
import { type MirrorPlace } from '@iris-azure/mirror';
import { type Construct } from 'constructs';
import { addArchitecture, type EnvironmentStacks } from './architecture';
import { type ArchitectureMirror, mirrorOf, tierOf } from './sizing';

/** Id and place of each product's mirror, the same whichever products an environment has: one that joins moves no other. */
const products: Readonly<Record<ProductName, { readonly id: string; readonly place: MirrorPlace }>> = {
  informationExchange: { id: 'InformationExchange', place: { label: 'exchange', slot: 0 } },
  patientIndex: { id: 'PatientIndex', place: { label: 'index', slot: 1 } },
  personalCommunity: { id: 'PersonalCommunity', place: { label: 'community', slot: 2 } },
  healthInsight: { id: 'HealthInsight', place: { label: 'insight', slot: 3 } },
  healthConnect: { id: 'HealthConnect', place: { label: 'connect', slot: 4 } },
};

/**
 * Blueprint of HealthShare, after the third example of InterSystems' reference architecture: load-balanced web servers, and
 * a mirror of its own for each product, with its own arbiter, in a stack of its own; disaster recovery in a second region.
 *
 * Products reach each other through the web servers' internal load balancer, whose Web Gateways are mirror-aware: they know
 * the members of every mirror by their own addresses.
 *
 * @seed S30
 */
export function addHealthShare(scope: Construct, environment: EnvironmentOf<'healthshare'>): EnvironmentStacks {
  const { web, hostName } = environment;
  return addArchitecture(scope, environment, {
    mirrors: mirrorsOf(environment),
    compute: { web: tierOf(environment, web, 'web'), hostName },
  });
}

/** In the order of the catalogue, whatever that of the file. */
function mirrorsOf(environment: EnvironmentOf<'healthshare'>): Record<string, ArchitectureMirror> {
  return Object.fromEntries(
    productNames.flatMap((name) => {
      const values = environment.products[name];
      const { id, place } = products[name];
      return values ? [[id, mirrorOf(environment, values, place)]] : [];
    }),
  );
}
