import { type FastifyInstance } from 'fastify';
import { checkApiVersion } from '../../arm/resource-manager';
import { type Azure } from '../../azure';
import { hosts } from '../../hosts';

const path = '/subscriptions/:subscription/providers/Microsoft.OperationalInsights/deletedWorkspaces';

/**
 * Adds what Resource Manager says of deleted workspaces.
 *
 * @see https://learn.microsoft.com/rest/api/loganalytics/deleted-workspaces/list
 */
export function addDeletedWorkspaces(app: FastifyInstance, { softDeleted }: Azure): void {
  app.get(
    path,
    { constraints: { host: hosts.resourceManager }, preHandler: checkApiVersion },
    async (_request, reply) =>
      reply.send({
        value: [...softDeleted].filter(([key]) => key.startsWith('workspace ')).flatMap(([, resources]) => resources),
      }),
  );
}
