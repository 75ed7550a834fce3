import { type FastifyInstance } from 'fastify';
import { regionNames } from '@iris-azure/foundation';
import { type Azure } from '../azure';
import { hosts } from '../hosts';
import { deployer } from '../sign-in/deployer';
import { type Resource } from './resource';

const constraints = { host: hosts.resourceManager };

/** Adds what Resource Manager says of the subscription itself, and the lists of all resources in it. */
export function addSubscription(app: FastifyInstance, { store }: Azure): void {
  const subscription = {
    id: `/subscriptions/${deployer.subscriptionId}`,
    subscriptionId: deployer.subscriptionId,
    tenantId: deployer.tenantId,
    displayName: 'stand-in',
    state: 'Enabled',
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'PayAsYouGo_2014-09-01',
      spendingLimit: 'Off',
    },
  };
  app.get('/subscriptions/:subscription', { constraints }, async (_request, reply) => reply.send(subscription));
  app.get('/subscriptions', { constraints }, async (_request, reply) => reply.send({ value: [subscription] }));
  app.get('/subscriptions/:subscription/locations', { constraints }, async (_request, reply) =>
    reply.send({ value: regionNames.map((name) => ({ name, id: `${subscription.id}/locations/${name}` })) }),
  );
  app.get<{ Querystring: { $filter?: string } }>(
    '/subscriptions/:subscription/resources',
    { constraints },
    async (request, reply) => {
      const type = /resourceType eq '([^']+)'/i.exec(request.query.$filter ?? '')?.[1];
      const resources = type === undefined ? store.all : store.ofType(type);
      return reply.send({ value: resources.filter(isTop).map(summary) });
    },
  );
  app.get<{ Params: { resourceGroup: string } }>(
    '/subscriptions/:subscription/resourceGroups/:resourceGroup/resources',
    { constraints },
    async (request, reply) => {
      const group = `${subscription.id}/resourceGroups/${request.params.resourceGroup}`;
      return reply.send({ value: store.within(group).filter(isTop).map(summary) });
    },
  );
}

/** Whether a resource is one of those that lists show: neither a group, nor an extension, nor part of another. */
function isTop({ id, type }: Resource): boolean {
  return id.split('/').length === 9 && !type.startsWith('Microsoft.Authorization/');
}

function summary({ id, name, type, location, ...resource }: Resource) {
  return { id, name, type, location, tags: resource['tags'] };
}
