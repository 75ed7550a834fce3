import { type IResourceGroup, type RegionName } from '@iris-azure/foundation';
import { DataAzurermClientConfig } from '@cdktf/provider-azurerm/lib/data-azurerm-client-config';
import { MonitorActivityLogAlert } from '@cdktf/provider-azurerm/lib/monitor-activity-log-alert';
import { Construct } from 'constructs';
import { type IActionGroup } from './action-group';
import { regionDisplayNames } from './region-display-names';

/** Properties of {@link ServiceHealthAlert}. */
export interface ServiceHealthAlertProps {
  /** Resource group of the alert, in the region that is watched. */
  readonly resourceGroup: IResourceGroup;
  /** Who is told. */
  readonly actionGroup: IActionGroup;
}

/**
 * Tells of incidents, planned maintenance and security advisories of Azure in one region, and of those that are worldwide, as
 * far as they concern the subscription.
 *
 * @see https://learn.microsoft.com/azure/service-health/alerts-activity-log-service-notifications-portal
 */
export class ServiceHealthAlert extends Construct {
  public constructor(scope: Construct, id: string, { resourceGroup, actionGroup }: ServiceHealthAlertProps) {
    super(scope, id);
    const client = new DataAzurermClientConfig(this, 'Client', {});
    new MonitorActivityLogAlert(this, 'Resource', {
      name: resourceGroup.nameOf('alert', 'service-health'),
      resourceGroupName: resourceGroup.name,
      location: 'global',
      description:
        'Azure has an incident, plans maintenance, or warns. Read it under Service Health. When a failover member is to be ' +
        'maintained, make the other one primary before.',
      scopes: [`/subscriptions/${client.subscriptionId}`],
      criteria: {
        category: 'ServiceHealth',
        serviceHealth: {
          events: ['Incident', 'Maintenance', 'Security'],
          locations: [regionDisplayNames[resourceGroup.region.name satisfies RegionName], 'Global'],
        },
      },
      action: [{ actionGroupId: actionGroup.id }],
      tags: resourceGroup.tags(),
    });
  }
}

/** Properties of {@link ResourceHealthAlert}. */
export interface ResourceHealthAlertProps {
  /** Resource group of the alert. */
  readonly resourceGroup: IResourceGroup;
  /** Azure's name of the alert, unique in its group. */
  readonly name: string;
  /** Resource ids of the groups whose resources are watched. */
  readonly resourceGroupIds: readonly string[];
  /** Who is told. */
  readonly actionGroup: IActionGroup;
}

/**
 * Tells when Azure finds that a resource is degraded or unavailable, other than by what its owner did.
 *
 * @see https://learn.microsoft.com/azure/service-health/resource-health-alert-arm-template-guide
 */
export class ResourceHealthAlert extends Construct {
  public constructor(scope: Construct, id: string, props: ResourceHealthAlertProps) {
    super(scope, id);
    const { resourceGroup } = props;
    new MonitorActivityLogAlert(this, 'Resource', {
      name: props.name,
      resourceGroupName: resourceGroup.name,
      location: 'global',
      description: 'A resource is degraded or unavailable. Read cause and advice under its Resource health.',
      scopes: [...props.resourceGroupIds],
      criteria: {
        category: 'ResourceHealth',
        resourceHealth: { current: ['Degraded', 'Unavailable'], reason: ['PlatformInitiated', 'Unknown'] },
      },
      action: [{ actionGroupId: props.actionGroup.id }],
      tags: resourceGroup.tags(),
    });
  }
}
