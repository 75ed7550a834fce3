import { type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { DnsCnameRecord } from '@cdktf/provider-azurerm/lib/dns-cname-record';
import { Construct } from 'constructs';
import { type TrafficManager } from './traffic-manager';

/** A public DNS zone in Azure that exists already. */
export interface PublicDnsZone {
  /** Name of the zone, for example `example.org`. */
  readonly name: string;
  /** Resource group of the zone. */
  readonly resourceGroupName: string;
}

/** Properties of {@link VanityRecord}. */
export interface VanityRecordProps {
  /** Resource group whose tags the record takes. */
  readonly resourceGroup: IResourceGroup;
  /** Zone that holds the record. */
  readonly zone: PublicDnsZone;
  /** Host name that users type, below the zone. */
  readonly hostName: string;
  /** Profile to which the name leads. */
  readonly trafficManager: TrafficManager;
}

/**
 * CNAME record by which users reach the Traffic Manager profile under the organization's own name. Where the zone is elsewhere,
 * make there the record that the stack's output `cname_record` shows.
 */
export class VanityRecord extends Construct {
  public constructor(scope: Construct, id: string, props: VanityRecordProps) {
    super(scope, id);
    const { zone, hostName } = props;
    new DnsCnameRecord(this, 'Resource', {
      name: refusingAt(this, () => relativeName(hostName, zone)),
      zoneName: zone.name,
      resourceGroupName: zone.resourceGroupName,
      ttl: 300,
      targetResourceId: props.trafficManager.id,
      tags: props.resourceGroup.tags(),
    });
  }
}

/** A host name without the zone below which it lies. */
function relativeName(hostName: string, zone: PublicDnsZone): string {
  if (!hostName.endsWith(`.${zone.name}`)) {
    throw new Refusal(
      `host name must lie below its DNS zone '${zone.name}', got '${hostName}'; set hostName or dnsZone`,
    );
  }
  return hostName.slice(0, -zone.name.length - 1);
}
