import { z } from 'zod';
import { badRequest, conflict } from '../../arm/arm-error';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, object } from '../../arm/shape';
import { type Azure } from '../../azure';
import { categoriesOf } from './diagnostic-categories';

const type = 'Microsoft.Insights/diagnosticSettings';

const atMost = 5;

interface Log {
  readonly category?: string;
  readonly categoryGroup?: string;
  readonly enabled: boolean;
}

interface Setting {
  readonly workspaceId?: string;
  readonly storageAccountId?: string;
  readonly eventHubAuthorizationRuleId?: string;
  readonly marketplacePartnerId?: string;
  readonly logs?: readonly Log[];
  readonly metrics?: readonly { readonly enabled: boolean }[];
}

/**
 * Where the logs of one resource go.
 *
 * @see https://learn.microsoft.com/rest/api/monitor/diagnostic-settings/create-or-update
 * @see https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings
 */
export const diagnosticSetting: ResourceType = {
  type,
  name: { pattern: /^[^*<>%:&#\\?+/]{1,260}$/, allowed: '1 to 260 characters, none of them *<>%:&#\\?+/' },
  extension: true,
  location: 'none',
  refersToOtherRegions: true,
  createdStatus: 200,
  shape: bodyShape({
    properties: {
      eventHubAuthorizationRuleId: z.string(),
      eventHubName: z.string(),
      logAnalyticsDestinationType: z.enum(['AzureDiagnostics', 'Dedicated']),
      logs: z.array(object({ category: z.string(), categoryGroup: z.string(), enabled: z.boolean() }, ['enabled'])),
      marketplacePartnerId: z.string(),
      metrics: z.array(object({ category: z.string(), enabled: z.boolean(), timeGrain: z.string() }, ['enabled'])),
      storageAccountId: z.string(),
      workspaceId: z.string(),
    },
    required: [],
  }),
  check(setting, azure) {
    const { logs = [], metrics = [], ...sinks } = setting.properties as Setting;
    const target = ResourceId.parse(setting.id).parent;
    const known = categoriesOf(target?.type ?? '');
    for (const { category, categoryGroup } of logs) {
      if ((category === undefined) === (categoryGroup === undefined)) {
        throw badRequest('BadRequest', 'Each log must have either a category or a category group.');
      }
      if (category !== undefined && !known.includes(category)) {
        throw badRequest(
          'BadRequest',
          `Category '${category}' is not supported, supported ones are: '${known.join()}'.`,
        );
      }
      if (categoryGroup !== undefined && (known.length === 0 || !['allLogs', 'audit'].includes(categoryGroup))) {
        throw badRequest('BadRequest', `Category group '${categoryGroup}' is not supported.`);
      }
    }
    if (!Object.values(sinks).some((sink) => typeof sink === 'string' && sink.startsWith('/'))) {
      throw badRequest('BadRequest', 'At least one data sink needs to be specified.');
    }
    if (![...logs, ...metrics].some(({ enabled }) => enabled)) {
      throw badRequest('BadRequest', 'At least one log or metric must be enabled.');
    }
    checkSiblings(setting, azure);
  },
};

/** A resource has at most five settings, and no two send the same logs to the same workspace. */
function checkSiblings(setting: Resource, { store }: Azure): void {
  const target = ResourceId.parse(setting.id).parent?.text ?? '';
  const siblings = store.children(target, type).filter(({ id }) => id !== setting.id);
  if (siblings.length >= atMost) {
    throw conflict('Conflict', `The limit of ${atMost} diagnostic settings was reached for ${target}.`);
  }
  const { workspaceId, logs = [] } = setting.properties as Setting;
  for (const sibling of siblings) {
    const other = sibling.properties as Setting;
    const isTwin =
      workspaceId !== undefined &&
      other.workspaceId?.toLowerCase() === workspaceId.toLowerCase() &&
      (other.logs ?? []).some(({ category, categoryGroup }) =>
        logs.some((log) => log.category === category && log.categoryGroup === categoryGroup),
      );
    if (isTwin) {
      throw conflict(
        'Conflict',
        `Data sink '${workspaceId}' is already used in diagnostic setting '${sibling.name}' for category ` +
          `'${logs[0]?.category ?? logs[0]?.categoryGroup ?? ''}'. Data sinks can't be reused in different settings on the same category for the same resource.`,
      );
    }
  }
}
