import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { pseudoUuid } from '../arm/pseudo-uuid';
import { checkApiVersion } from '../arm/resource-manager';
import { found } from '../arm/write';
import { type Azure } from '../azure';
import { hosts } from '../hosts';

const account =
  '/subscriptions/:subscription/resourceGroups/:resourceGroup/providers/Microsoft.Automation/automationAccounts/:account';

/** Whether what is sent there is the text of a runbook. */
export function isRunbookContent(url: string): boolean {
  return /\/runbooks\/[^/]+\/draft\/content(\?|$)/i.test(url);
}

/** Where the published text of a runbook is kept. */
export function publishedContentId(runbookId: string): string {
  return `${runbookId}/published/content`;
}

/** Adds what Automation answers that is no resource: the text of a runbook, and how nodes register. */
export function addAutomation(app: FastifyInstance, azure: Azure): void {
  const options = { constraints: { host: hosts.resourceManager }, preHandler: checkApiVersion };
  app.get(`${account}/runbooks/:runbook/content`, options, async (request, reply) => {
    const { properties } = found(publishedContentId(idBefore(request, 'content')), azure);
    return reply.type('text/powershell').send(properties['content']);
  });
  app.get(`${account}/agentRegistrationInformation`, options, async (request, reply) => {
    const { id, location = '' } = found(idBefore(request, 'agentRegistrationInformation'), azure);
    const accountId = pseudoUuid(`account of ${id.toLowerCase()}`);
    return reply.send({
      id: `${id}/agentRegistrationInformation/automationAccountRegistrationInformation`,
      endpoint: `https://${accountId}.agentsvc.${location}.azure-automation.net/accounts/${accountId}`,
      keys: {
        primary: pseudoUuid(`primary key of ${accountId}`),
        secondary: pseudoUuid(`secondary key of ${accountId}`),
      },
    });
  });
}

function idBefore({ url }: FastifyRequest, last: string): string {
  const path = decodeURIComponent(url.split('?')[0] ?? '').replaceAll(/\/{2,}/g, '/');
  return path.slice(0, -last.length - 1);
}
