import { allZones, type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { BastionHost } from '@cdktf/provider-azurerm/lib/bastion-host';
import { Construct } from 'constructs';
import { PublicIp } from './public-ip';
import { type ISubnet } from './subnet';

/** What a Bastion is and lets its users do. */
export interface BastionSettings {
  /** `Premium` can record sessions. A change from Premium to Standard makes a new Bastion. @default `Standard` */
  readonly sku?: 'Standard' | 'Premium';
  /**
   * Whether text may be copied between a session and the administrator's browser: with it, what is on a server's screen
   * can leave by the clipboard.
   *
   * @default false
   */
  readonly copyPasteEnabled?: boolean;
  /** Instances, 2 to 50: each bears some 20 sessions of RDP or 40 of SSH. @default 2 */
  readonly scaleUnits?: number;
}

/** Properties of {@link Bastion}. */
export interface BastionProps extends BastionSettings {
  /** Resource group of the Bastion. */
  readonly resourceGroup: IResourceGroup;
  /** Subnet of the name `AzureBastionSubnet`, at least a /26. */
  readonly subnet: ISubnet;
}

/**
 * Regions in which a Bastion can span zones, in preview, as of November 2026.
 *
 * @see https://learn.microsoft.com/azure/reliability/reliability-bastion
 */
const zonalRegions: readonly string[] = [
  'australiaeast',
  'canadacentral',
  'centralus',
  'eastus',
  'eastus2',
  'koreacentral',
  'northeurope',
  'norwayeast',
  'qatarcentral',
  'southafricanorth',
  'swedencentral',
  'switzerlandnorth',
  'uaenorth',
  'uksouth',
  'westeurope',
  'westus2',
  'westus3',
];

/**
 * Azure Bastion: SSH to the servers for whoever signs in to Azure and holds the role, without a public address on a server
 * and without a jump host. Native clients may use it (`az network bastion ssh`, `tunnel`); links that anybody can open,
 * file copy and sessions to addresses are off.
 *
 * @see https://learn.microsoft.com/azure/bastion/configuration-settings
 */
export class Bastion extends Construct {
  private readonly resource: BastionHost;

  public constructor(scope: Construct, id: string, props: BastionProps) {
    super(scope, id);
    const { resourceGroup, subnet, sku = 'Standard', copyPasteEnabled = false, scaleUnits = 2 } = props;
    refusingAt(this, () => {
      assertScaleUnits(scaleUnits);
    });
    const { region } = resourceGroup;
    this.resource = new BastionHost(this, 'Resource', {
      name: resourceGroup.nameOf('bastion'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      sku,
      scaleUnits,
      copyPasteEnabled,
      tunnelingEnabled: true,
      shareableLinkEnabled: false,
      fileCopyEnabled: false,
      ipConnectEnabled: false,
      ipConfiguration: {
        name: 'public',
        subnetId: subnet.id,
        publicIpAddressId: new PublicIp(this, 'PublicIp', { resourceGroup, part: 'bastion' }).id,
      },
      zones: zonalRegions.includes(region.name) ? allZones(region) : undefined,
      tags: resourceGroup.tags(),
    });
  }

  /** Resource id of the Bastion, for diagnostic settings. */
  public get id(): string {
    return this.resource.id;
  }
}

function assertScaleUnits(scaleUnits: number): void {
  if (!Number.isInteger(scaleUnits) || scaleUnits < 2 || scaleUnits > 50) {
    throw new Refusal(`Bastion must have 2 to 50 scale units, got ${scaleUnits}; set scaleUnits`);
  }
}
