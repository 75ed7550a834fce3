import { type JsonObject } from '../../../src/arm/json';
import { body, west } from '../../estate';
import { type Client, fullId } from '../../support';

/** Workspace of {@link addWorkspace}. */
export const workspace = `${west}/Microsoft.OperationalInsights/workspaces/log-a`;

/** Load balancer of {@link addLoadBalancer}. */
export const balancer = `${west}/Microsoft.Network/loadBalancers/lb-a`;

/** Action group of {@link addActionGroup}. */
export const actionGroup = `${west}/Microsoft.Insights/actionGroups/ag-a`;

/** Makes a workspace. */
export async function addWorkspace(client: Client): Promise<void> {
  await client.make(workspace, body({}));
}

/** Makes a load balancer without anything in it. */
export async function addLoadBalancer(client: Client): Promise<void> {
  await client.make(balancer, body({}, { sku: { name: 'Standard' } }));
}

/** Makes an action group that mails. */
export async function addActionGroup(client: Client): Promise<void> {
  await client.make(actionGroup, group());
}

/** Body of an action group. */
export function group(properties: JsonObject = {}): JsonObject {
  const emailReceivers = [{ name: 'operations', emailAddress: 'operations@contoso.example' }];
  return body({ groupShortName: 'unit', enabled: true, emailReceivers, ...properties }, { location: 'global' });
}

/** Body of an alert on the probe of the load balancer. */
export function metricAlert(properties: JsonObject = {}, criterion: JsonObject = {}): JsonObject {
  return body(
    {
      enabled: true,
      severity: 0,
      scopes: [fullId(balancer)],
      evaluationFrequency: 'PT1M',
      windowSize: 'PT5M',
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.MultipleResourceMultipleMetricCriteria',
        allOf: [
          {
            name: 'Metric1',
            criterionType: 'StaticThresholdCriterion',
            metricNamespace: 'Microsoft.Network/loadBalancers',
            metricName: 'DipAvailability',
            operator: 'LessThan',
            threshold: 25,
            timeAggregation: 'Average',
            ...criterion,
          },
        ],
      },
      actions: [{ actionGroupId: fullId(actionGroup) }],
      ...properties,
    },
    { location: 'global' },
  );
}
