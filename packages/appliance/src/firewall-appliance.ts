import { allZones, type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { type IApplianceSubnets, ports, PublicIp } from '@iris-azure/network';
import { type IDiskEncryption } from '@iris-azure/security';
import { type HighAvailability, type IAdministrator, spread } from '@iris-azure/server';
import { LbOutboundRule } from '@cdktf/provider-azurerm/lib/lb-outbound-rule';
import { Construct } from 'constructs';
import { ApplianceLoadBalancer } from './appliance-load-balancer';
import { type ApplianceImage, ApplianceMachine } from './appliance-machine';

export { type ApplianceImage } from './appliance-machine';

/** Which firewalls stand, and how they are asked for their health. */
export interface FirewallApplianceSettings {
  /**
   * Image of the vendor. Its terms must have been accepted once in the subscription (`az vm image terms accept`), or Azure
   * refuses the machines.
   */
  readonly image: ApplianceImage;
  /** Size, one that the vendor supports with two network interfaces. */
  readonly size: string;
  /** Firewalls, 2 to 8, all of them in service. @default 2 */
  readonly count?: number;
  /** TCP port on which a firewall in service accepts connections of Azure's probes (168.63.129.16), on both sides. */
  readonly probePort: number;
  /**
   * Whether the machines start by Trusted Launch. Without it nothing notices a boot chain that was tampered with; many
   * vendors' images know nothing else.
   *
   * @default true
   */
  readonly trustedLaunch?: boolean;
  /**
   * What a firewall reads when it first starts, in the form of its vendor. It can be read on the machine: no secrets. A
   * later change leaves machines alone that are there.
   *
   * @default nothing: each is set up by SSH before it lets anything through
   */
  readonly bootstrap?: string;
}

/** Properties of {@link FirewallAppliance}. */
export interface FirewallApplianceProps extends FirewallApplianceSettings {
  /** Resource group of the firewalls. */
  readonly resourceGroup: IResourceGroup;
  /** Subnets that the network holds for them, and the address to which its routes lead. */
  readonly subnets: IApplianceSubnets;
  /** How they are kept from failing together. */
  readonly highAvailability: HighAvailability;
  /** Encryption of their disks. */
  readonly diskEncryption: IDiskEncryption;
  /** Who administers them by SSH. */
  readonly administrator: IAdministrator;
}

/** Fewest and most firewalls. */
const counts = { least: 2, most: 8 };

/**
 * Ports for connections to the outside of each firewall: all 64,000 of the public address, shared among the most firewalls
 * that there may be, so that one that is added takes none from the others.
 */
const outboundPorts = 64000 / counts.most;

/**
 * Third-party firewalls with intrusion detection, two or more of them in service, between a network and the internet: the
 * network's default routes lead to an internal load balancer that hands on every port and protocol (HA ports); to the
 * outside they have a public load balancer, by which clients come in and servers go out. No machine has a public address.
 *
 * A firewall must translate what it lets out, and what it lets in, to its own address: answers then come back to it and to
 * no other.
 *
 * @see https://learn.microsoft.com/azure/architecture/networking/guide/network-virtual-appliance-high-availability
 */
export class FirewallAppliance extends Construct {
  public constructor(scope: Construct, id: string, props: FirewallApplianceProps) {
    super(scope, id);
    const { resourceGroup, subnets, highAvailability, count = counts.least, probePort, trustedLaunch = true } = props;
    refusingAt(this, () => {
      assertValid(count, probePort);
    });
    const placement = spread(this, { resourceGroup, part: 'firewall', highAvailability });
    const machines = Array.from({ length: count }, (_, number) => ({
      id: `Firewall${number}`,
      machine: new ApplianceMachine(this, `Firewall${number}`, {
        ...props,
        number,
        trustedLaunch,
        placement: placement(number),
      }),
    }));
    const membersOn = (side: 'trust' | 'untrust') =>
      Object.fromEntries(machines.map(({ id: machineId, machine }) => [machineId, machine[side]]));
    new ApplianceLoadBalancer(this, 'InternalLoadBalancer', {
      resourceGroup,
      side: 'internal',
      frontend: {
        subnetId: subnets.trust.id,
        privateIpAddressAllocation: 'Static',
        privateIpAddress: subnets.address,
        zones: allZones(resourceGroup.region),
      },
      rule: { name: 'everything', protocol: 'All', port: 0 },
      probePort,
      members: membersOn('trust'),
    });
    const publicIp = new PublicIp(this, 'PublicIp', { resourceGroup, part: 'firewall' });
    const external = new ApplianceLoadBalancer(this, 'ExternalLoadBalancer', {
      resourceGroup,
      side: 'external',
      frontend: { publicIpAddressId: publicIp.id },
      rule: { name: 'https', protocol: 'Tcp', port: ports.https },
      probePort,
      members: membersOn('untrust'),
    });
    new LbOutboundRule(this, 'OutboundRule', {
      name: 'internet',
      loadbalancerId: external.id,
      protocol: 'All',
      backendAddressPoolId: external.poolId,
      frontendIpConfiguration: [{ name: external.frontendName }],
      allocatedOutboundPorts: outboundPorts,
      tcpResetEnabled: true,
      idleTimeoutInMinutes: 4,
    });
  }
}

function assertValid(count: number, probePort: number): void {
  if (!Number.isInteger(count) || count < counts.least || count > counts.most) {
    throw new Refusal(`there must be ${counts.least} to ${counts.most} firewalls, got ${count}; set count`);
  }
  if (!Number.isInteger(probePort) || probePort < 1 || probePort > 65535) {
    throw new Refusal(`probe must ask a TCP port from 1 to 65535, got ${probePort}; set probePort`);
  }
}
