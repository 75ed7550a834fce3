import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, object, readOnly } from '../../arm/shape';
import { publishedContentId } from '../../automation/automation';
import { removeJobSchedules } from './job-schedule';

const type = 'Microsoft.Automation/automationAccounts/runbooks';

const contentLink = object({
  contentHash: object({ algorithm: z.string(), value: z.string() }, ['algorithm', 'value']),
  uri: z.string(),
  version: z.string(),
});

/**
 * A script of an account. It is new until what was written to its draft is published.
 *
 * @see https://learn.microsoft.com/rest/api/automation/runbook/create-or-update
 */
export const runbook: ResourceType = {
  type,
  name: {
    pattern: /^(?=.{1,63}$)[A-Za-z][A-Za-z0-9_-]*$/,
    allowed: '1 to 63 letters, digits, underscores and hyphens, beginning with a letter',
  },
  location: 'region',
  shape: bodyShape({
    properties: {
      creationTime: readOnly,
      description: z.string().max(512),
      draft: object({
        creationTime: readOnly,
        draftContentLink: contentLink,
        inEdit: z.boolean(),
        lastModifiedTime: readOnly,
        outputTypes: z.array(z.string()),
        parameters: z.record(z.string(), anything),
      }),
      jobCount: readOnly,
      lastModifiedBy: readOnly,
      lastModifiedTime: readOnly,
      logActivityTrace: z.int(),
      logProgress: z.boolean(),
      logVerbose: z.boolean(),
      outputTypes: readOnly,
      parameters: readOnly,
      publishContentLink: contentLink,
      runbookType: z.enum([
        'Graph',
        'GraphPowerShell',
        'GraphPowerShellWorkflow',
        'PowerShell',
        'PowerShell72',
        'PowerShellWorkflow',
        'Python',
        'Python2',
        'Python3',
        'Script',
      ]),
      runtimeEnvironment: z.string(),
      state: readOnly,
    },
    required: ['runbookType'],
  }),
  check({ name, properties }, _azure, previous) {
    if (previous && previous.properties['runbookType'] !== properties['runbookType']) {
      throw badRequest('BadRequest', `The type of runbook ${name} cannot be changed.`);
    }
    if (properties['draft'] === undefined && properties['publishContentLink'] === undefined) {
      throw badRequest('BadRequest', `Runbook ${name} must have a draft or a publishContentLink.`);
    }
  },
  complete: ({ properties, ...rest }) => ({
    ...rest,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => name !== 'draft')),
  }),
  show: ({ id }, { store }) => ({ state: store.find(publishedContentId(id)) ? 'Published' : 'New' }),
  deleted: (deleted, azure) => {
    removeJobSchedules('runbook', deleted, azure);
  },
  actions: {
    publish(target, { store }) {
      const draft = store.find(`${target.id}/draft/content`);
      if (!draft) {
        throw badRequest('BadRequest', `Runbook ${target.name} has no draft that could be published.`);
      }
      store.put({ ...draft, id: publishedContentId(target.id), type: `${type}/published` });
      store.remove(draft.id);
      return { status: 202 };
    },
  },
};

/**
 * Text of a runbook that is not published yet.
 *
 * @see https://learn.microsoft.com/rest/api/automation/runbook-draft/replace-content
 */
export const runbookDraft: ResourceType = {
  type: `${type}/draft`,
  name: { pattern: /^content$/, allowed: 'content' },
  shape: bodyShape({ properties: { content: z.string().min(1) }, required: ['content'] }),
  accepted: true,
  longRunning: ['put'],
};
