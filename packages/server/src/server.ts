import { type IResourceGroup, nameParts, Refusal, refusingAt } from '@iris-azure/foundation';
import { type ISubnet } from '@iris-azure/network';
import { type IDiskEncryption, type IIdentity } from '@iris-azure/security';
import { assertMachine, type DataDiskSpec, type DiskType } from '@iris-azure/sizing';
import { LinuxVirtualMachine } from '@cdktf/provider-azurerm/lib/linux-virtual-machine';
import { NetworkInterface } from '@cdktf/provider-azurerm/lib/network-interface';
import { Construct } from 'constructs';
import { type IAdministrator } from './administrator';
import { type ICapacityReservationGroup } from './capacity-reservation-group';
import { DataDisk } from './data-disk';
import { type Placement } from './placement';

/** A marketplace image. */
export interface MarketplaceImage {
  /** Publisher, for example `Canonical`. */
  readonly publisher: string;
  /** Offer, for example `ubuntu-24_04-lts`. */
  readonly offer: string;
  /** SKU, of generation 2 for Trusted Launch, for example `server`. */
  readonly sku: string;
  /** Version, or `latest` for the newest at the time that a server is made. */
  readonly version: string;
}

/** What the servers of one region have in common. */
export interface ServerEnvironment {
  /** Resource group of servers, disks and network interfaces. */
  readonly resourceGroup: IResourceGroup;
  /** Encryption of all disks. */
  readonly diskEncryption: IDiskEncryption;
  /** Image from which servers are made. */
  readonly image: MarketplaceImage;
  /** Who administers them by SSH. */
  readonly administrator: IAdministrator;
  /** Type of their data disks; where it is Standard SSD their operating system disks are too. @default Premium_LRS */
  readonly diskType?: DiskType;
  /**
   * Where their capacity is reserved, so that they start again once deallocated. It costs as much as if they ran. A server
   * that joins or leaves later is deallocated and started for it.
   *
   * @default nowhere: Azure may be unable to start a deallocated server
   */
  readonly capacityReservationGroup?: ICapacityReservationGroup;
}

/** Properties of {@link Server}. */
export interface ServerProps extends ServerEnvironment {
  /** Name of the server in its region, ending in a hyphen and a number, for example `web-0`; its host name ends in it. */
  readonly name: string;
  /** Size, of a series that reaches Premium storage, for example `Standard_E16ds_v5`. */
  readonly size: string;
  /** Subnet of its network interface. */
  readonly subnet: ISubnet;
  /** Fixed private address. @default one that Azure chooses and keeps */
  readonly privateIpAddress?: string;
  /** Where it runs, see {@link spread}. */
  readonly placement: Placement;
  /** Identity under which it acts. @default none */
  readonly identity?: IIdentity;
  /** Data disks. @default none */
  readonly dataDisks?: readonly DataDiskSpec[];
  /** Tags that say what the server is: `iris-role`, `iris-tier`, `iris-mirror`. */
  readonly tags: Readonly<Record<string, string>>;
}

/** What other constructs need of a server: the machine, and the interface that load balancers reach. */
export interface IServer {
  /** Resource id of the virtual machine. */
  readonly id: string;
  /** Resource id of the network interface. */
  readonly networkInterfaceId: string;
  /** Name of the interface's only IP configuration. */
  readonly ipConfigurationName: string;
}

const ipConfigurationName = 'internal';

/**
 * Linux virtual machine of this architecture: Trusted Launch, encryption at host and by customer-managed key, Premium
 * disks by LUN, SSH by key alone, no public address.
 *
 * A later change of image or SSH key leaves an existing machine alone, since Azure would replace it: make a new one with
 * `terraform apply -replace`, one member at a time. Encryption at host must be registered once in the subscription.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/disks-enable-host-based-encryption-portal
 * @seed S1, S5
 */
export class Server extends Construct implements IServer {
  /** Size of the machine. */
  public readonly size: string;
  /** Type of each data disk. */
  public readonly dataDiskTypes: readonly DiskType[];
  /** Name of the interface's only IP configuration. */
  public readonly ipConfigurationName = ipConfigurationName;
  private readonly networkInterface: NetworkInterface;
  private readonly virtualMachine: LinuxVirtualMachine;

  public constructor(scope: Construct, id: string, props: ServerProps) {
    super(scope, id);
    const {
      resourceGroup,
      name,
      placement,
      diskType = 'Premium_LRS',
      dataDisks = [],
      capacityReservationGroup,
    } = props;
    const zone = placement.kind === 'zone' ? placement.zone : undefined;
    refusingAt(this, () => {
      assertName(name);
      assertDistinctLuns(dataDisks);
      assertMachine({
        size: props.size,
        region: resourceGroup.region.name,
        dataDisks: dataDisks.length,
        diskType,
      });
    });
    this.size = props.size;
    this.dataDiskTypes = dataDisks.map(() => diskType);
    const reservation = refusingAt(this, () => capacityReservationGroup?.reserve(props.size, placement));

    this.networkInterface = new NetworkInterface(this, 'NetworkInterface', {
      name: resourceGroup.nameOf('networkInterface', name),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      acceleratedNetworkingEnabled: true,
      ipConfiguration: [{ name: ipConfigurationName, subnetId: props.subnet.id, ...addressAllocation(props) }],
      tags: resourceGroup.tags(),
    });
    this.virtualMachine = new LinuxVirtualMachine(this, 'Resource', {
      name: resourceGroup.nameOf('virtualMachine', name),
      computerName: [...nameParts(resourceGroup.deployment, resourceGroup.region), name].join('-'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      size: props.size,
      availabilitySetId: placement.kind === 'availabilitySet' ? placement.availabilitySet.id : undefined,
      zone,
      capacityReservationGroupId: capacityReservationGroup?.id,
      networkInterfaceIds: [this.networkInterface.id],
      adminUsername: props.administrator.userName,
      adminSshKey: [{ username: props.administrator.userName, publicKey: props.administrator.sshPublicKey }],
      disablePasswordAuthentication: true,
      secureBootEnabled: true,
      vtpmEnabled: true,
      encryptionAtHostEnabled: true,
      sourceImageReference: props.image,
      osDisk: {
        name: resourceGroup.nameOf('osDisk', name),
        storageAccountType: diskType === 'StandardSSD_LRS' ? diskType : 'Premium_LRS',
        caching: 'ReadWrite',
        diskEncryptionSetId: props.diskEncryption.diskEncryptionSetId,
      },
      bootDiagnostics: {},
      identity: props.identity && { type: 'UserAssigned', identityIds: [props.identity.id] },
      tags: resourceGroup.tags(props.tags),
      lifecycle: { ignoreChanges: ['admin_ssh_key', 'source_image_reference'] },
      dependsOn: reservation && [reservation],
    });
    for (const disk of dataDisks) {
      new DataDisk(this, pascalCase(disk.name), {
        resourceGroup,
        serverName: name,
        virtualMachine: this.virtualMachine,
        zone,
        diskType,
        disk,
        encryption: props.diskEncryption,
      });
    }
  }

  /** Resource id of the virtual machine. */
  public get id(): string {
    return this.virtualMachine.id;
  }

  /** Resource id of the network interface. */
  public get networkInterfaceId(): string {
    return this.networkInterface.id;
  }
}

function addressAllocation({ privateIpAddress }: ServerProps) {
  return privateIpAddress
    ? { privateIpAddressAllocation: 'Static', privateIpAddress }
    : { privateIpAddressAllocation: 'Dynamic' };
}

function assertName(name: string): void {
  if (!/-\d+$/.test(name)) {
    throw new Refusal(`server name must end in a hyphen and a number, as in web-0, got '${name}'; set name`);
  }
}

function assertDistinctLuns(disks: readonly DataDiskSpec[]): void {
  const byLun = new Map<number, string>();
  for (const { lun, name } of disks) {
    const other = byLun.get(lun);
    if (other) {
      throw new Refusal(`LUN ${lun} is given to '${other}' and to '${name}'; give each disk its own lun`);
    }
    byLun.set(lun, name);
  }
}

function pascalCase(name: string): string {
  return name.replace(/(^|-)([a-z0-9])/g, (_match, _hyphen, letter: string) => letter.toUpperCase());
}
