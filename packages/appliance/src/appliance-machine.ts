import { type IResourceGroup, nameParts } from '@iris-azure/foundation';
import { hostAddress, type IApplianceSubnets, type ISubnet } from '@iris-azure/network';
import { type IDiskEncryption } from '@iris-azure/security';
import { type IAdministrator, type MarketplaceImage, type Placement } from '@iris-azure/server';
import { LinuxVirtualMachine } from '@cdktf/provider-azurerm/lib/linux-virtual-machine';
import { NetworkInterface } from '@cdktf/provider-azurerm/lib/network-interface';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';

/** An image of the marketplace that is bought under a plan. */
export interface ApplianceImage extends MarketplaceImage {
  /** Name of the plan. @default that of the SKU, as most publishers have it */
  readonly plan?: string;
}

/** Properties of {@link ApplianceMachine}. */
export interface ApplianceMachineProps {
  /** Resource group of the machine. */
  readonly resourceGroup: IResourceGroup;
  /** Number of the machine, from 0: its name and its addresses follow from it. */
  readonly number: number;
  /** Outer and inner subnet. */
  readonly subnets: IApplianceSubnets;
  /** Where it runs. */
  readonly placement: Placement;
  /** Image, with its plan. */
  readonly image: ApplianceImage;
  /** Size. */
  readonly size: string;
  /** Whether it starts by Trusted Launch. */
  readonly trustedLaunch: boolean;
  /** What the firewall reads when it first starts. */
  readonly bootstrap?: string;
  /** Encryption of its disk. */
  readonly diskEncryption: IDiskEncryption;
  /** Who administers it by SSH. */
  readonly administrator: IAdministrator;
}

/** An end of a load balancer's pool: an interface with one IP configuration. */
export interface PoolMember {
  /** Resource id of the network interface. */
  readonly networkInterfaceId: string;
  /** Name of the interface's only IP configuration. */
  readonly ipConfigurationName: string;
}

/** Host number of the first machine in both subnets, after that of the load balancer. */
const firstHost = 11;

const ipConfigurationName = 'internal';

/**
 * One third-party firewall: a machine with an outer and an inner network interface that forward what is not for
 * themselves, each with a fixed private address; no public one.
 */
export class ApplianceMachine extends Construct {
  /** Outer interface. */
  public readonly untrust: PoolMember;
  /** Inner interface. */
  public readonly trust: PoolMember;

  public constructor(scope: Construct, id: string, props: ApplianceMachineProps) {
    super(scope, id);
    const { resourceGroup, number, subnets, placement, image, trustedLaunch, bootstrap } = props;
    const name = `firewall-${number}`;
    const nic = (side: 'Untrust' | 'Trust', subnet: ISubnet) =>
      new NetworkInterface(this, side, {
        name: resourceGroup.nameOf('networkInterface', name, side),
        resourceGroupName: resourceGroup.name,
        location: resourceGroup.location,
        acceleratedNetworkingEnabled: true,
        ipForwardingEnabled: true,
        ipConfiguration: [
          {
            name: ipConfigurationName,
            subnetId: subnet.id,
            privateIpAddressAllocation: 'Static',
            privateIpAddress: hostAddress(subnet.addressRange, firstHost + number),
          },
        ],
        tags: resourceGroup.tags(),
      });
    const untrust = nic('Untrust', subnets.untrust);
    const trust = nic('Trust', subnets.trust);
    new LinuxVirtualMachine(this, 'Resource', {
      name: resourceGroup.nameOf('virtualMachine', name),
      computerName: [...nameParts(resourceGroup.deployment, resourceGroup.region), name].join('-'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      size: props.size,
      availabilitySetId: placement.kind === 'availabilitySet' ? placement.availabilitySet.id : undefined,
      zone: placement.kind === 'zone' ? placement.zone : undefined,
      // The first is the machine's primary interface: vendors number theirs in this order.
      networkInterfaceIds: [untrust.id, trust.id],
      adminUsername: props.administrator.userName,
      adminSshKey: [{ username: props.administrator.userName, publicKey: props.administrator.sshPublicKey }],
      disablePasswordAuthentication: true,
      secureBootEnabled: trustedLaunch,
      vtpmEnabled: trustedLaunch,
      encryptionAtHostEnabled: true,
      sourceImageReference: {
        publisher: image.publisher,
        offer: image.offer,
        sku: image.sku,
        version: image.version,
      },
      plan: { publisher: image.publisher, product: image.offer, name: image.plan ?? image.sku },
      customData: bootstrap === undefined ? undefined : Fn.base64encode(bootstrap),
      osDisk: {
        name: resourceGroup.nameOf('osDisk', name),
        storageAccountType: 'Premium_LRS',
        caching: 'ReadWrite',
        diskEncryptionSetId: props.diskEncryption.diskEncryptionSetId,
      },
      bootDiagnostics: {},
      tags: resourceGroup.tags({ 'iris-role': 'firewall' }),
      lifecycle: { ignoreChanges: ['admin_ssh_key', 'source_image_reference', 'custom_data'] },
    });
    this.untrust = { networkInterfaceId: untrust.id, ipConfigurationName };
    this.trust = { networkInterfaceId: trust.id, ipConfigurationName };
  }
}
