import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, object, readOnly } from '../../arm/shape';

const schema = z.boolean();

/** Kinds of receivers that this architecture has; the others must be empty. */
const none = z.array(z.never());

interface Receiver {
  readonly name: string;
}

interface Receivers {
  readonly emailReceivers?: readonly Receiver[];
  readonly webhookReceivers?: readonly Receiver[];
}

/**
 * Who is told of alerts.
 *
 * @see https://learn.microsoft.com/rest/api/monitor/action-groups/create-or-update
 */
export const actionGroup: ResourceType = {
  type: 'Microsoft.Insights/actionGroups',
  name: { pattern: /^[^:<>+/&%\\?|]{1,260}$/, allowed: '1 to 260 characters, none of them :<>+/&%\\?|' },
  location: 'global',
  shape: bodyShape({
    properties: {
      armRoleReceivers: none,
      automationRunbookReceivers: none,
      azureAppPushReceivers: none,
      azureFunctionReceivers: none,
      emailReceivers: z.array(
        object({ emailAddress: z.email(), name: z.string(), status: readOnly, useCommonAlertSchema: schema }, [
          'emailAddress',
          'name',
        ]),
      ),
      enabled: z.boolean(),
      eventHubReceivers: none,
      groupShortName: z.string().min(1).max(12),
      itsmReceivers: none,
      logicAppReceivers: none,
      smsReceivers: none,
      voiceReceivers: none,
      webhookReceivers: z.array(
        object(
          {
            identifierUri: z.string(),
            name: z.string(),
            objectId: z.string(),
            serviceUri: z.url(),
            tenantId: z.string(),
            useAadAuth: z.boolean(),
            useCommonAlertSchema: schema,
          },
          ['name', 'serviceUri'],
        ),
      ),
    },
    required: ['groupShortName', 'enabled'],
  }),
  check({ properties }) {
    const { emailReceivers = [], webhookReceivers = [] } = properties as Receivers;
    const names = [...emailReceivers, ...webhookReceivers].map(({ name }) => name);
    const twin = names.find((name, index) => names.indexOf(name) !== index);
    if (twin !== undefined) {
      throw badRequest(
        'ReceiverNameNotUnique',
        `Receiver names must be unique within an action group, got '${twin}' twice.`,
      );
    }
  },
  complete: (group) => ({
    ...group,
    properties: {
      ...group.properties,
      emailReceivers: ((group.properties as Receivers).emailReceivers ?? []).map((receiver) => ({
        ...receiver,
        status: 'Enabled',
      })),
    },
  }),
};
