import { type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { ExpressRouteCircuit as AzurermExpressRouteCircuit } from '@cdktf/provider-azurerm/lib/express-route-circuit';
import { ExpressRouteCircuitAuthorization } from '@cdktf/provider-azurerm/lib/express-route-circuit-authorization';
import { ExpressRouteCircuitPeering } from '@cdktf/provider-azurerm/lib/express-route-circuit-peering';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type CircuitReach, type CircuitTier } from './circuit-reach';
import { type CircuitAttributes, ExistingCircuit } from './existing-circuit';
import { assertPrivatePeering, type PrivatePeering } from './private-peering';

/** Bandwidths of a circuit in Mbps. It can grow without interruption where the port has room, and never shrink. */
export const circuitBandwidthsMbps = [50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;

/** What a connection needs of a circuit. */
export interface IExpressRouteCircuit {
  /** Name of the circuit in its region's settings. */
  readonly circuitName: string;
  /** Code of the region whose settings name it. */
  readonly regionCode: string;
  /** Resource id of the circuit. */
  readonly id: string;
  /** How far it reaches. @default not known: the circuit is somebody else's */
  readonly reach?: CircuitReach;
  /** Whether a connection must show an authorization of the circuit's owner. */
  readonly needsAuthorization: boolean;
  /** What must be there before a connection: the private peering, where it is made here. */
  readonly ready: readonly ITerraformDependable[];
}

/** A circuit that is ordered here. */
export interface CircuitSettings extends CircuitReach {
  /** The connectivity provider, as Azure spells it, such as `Equinix`. Not changed without a new circuit. */
  readonly serviceProvider: string;
  /** Bandwidth in Mbps, one of {@link circuitBandwidthsMbps}. */
  readonly bandwidthMbps: (typeof circuitBandwidthsMbps)[number];
  /** Tier, see {@link CircuitReach}. @default Standard */
  readonly tier: CircuitTier;
  /** Whether outbound traffic is paid by volume or not. Unlimited cannot go back to metered. @default MeteredData */
  readonly family?: 'MeteredData' | 'UnlimitedData';
  /**
   * Whether the provider has provisioned the circuit, by the service key that it has once it is made. Until then Azure
   * takes no peering and no connection, and none is made.
   */
  readonly provisioned: boolean;
  /**
   * Private peering, where the provider connects by Ethernet and leaves the routing to its customer.
   *
   * @default none: the provider makes it
   */
  readonly privatePeering?: PrivatePeering;
  /**
   * Names of authorizations, one for each connection that another subscription makes to the circuit.
   *
   * @default none: gateways of this subscription need none
   */
  readonly authorizations?: readonly string[];
}

/** Properties of {@link ExpressRouteCircuit}. */
export interface ExpressRouteCircuitProps extends CircuitSettings {
  /** Resource group of the circuit. */
  readonly resourceGroup: IResourceGroup;
  /** Name of the circuit: lower-case letters, digits and inner hyphens. */
  readonly circuitName: string;
}

/** An ExpressRoute circuit: two links between a provider's network and Microsoft's. Billed from the day it is made. */
export class ExpressRouteCircuit extends Construct implements IExpressRouteCircuit {
  /** Name of the circuit in its region's settings. */
  public readonly circuitName: string;
  /** Code of the region whose settings name it. */
  public readonly regionCode: string;
  /** How far it reaches. */
  public readonly reach: CircuitReach;
  /** Never: gateways of the same subscription need no authorization. */
  public readonly needsAuthorization = false;
  /** The private peering, where it is made here. */
  public readonly ready: readonly ITerraformDependable[];
  private readonly resource: AzurermExpressRouteCircuit;

  public constructor(scope: Construct, id: string, props: ExpressRouteCircuitProps) {
    super(scope, id);
    const { resourceGroup, circuitName, tier, peeringLocation, family = 'MeteredData', authorizations = [] } = props;
    refusingAt(this, () => assertCircuit({ ...props, family }));
    this.circuitName = circuitName;
    this.regionCode = resourceGroup.region.code;
    this.reach = { tier, peeringLocation };
    this.resource = new AzurermExpressRouteCircuit(this, 'Resource', {
      name: resourceGroup.nameOf('expressRouteCircuit', circuitName),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      serviceProviderName: props.serviceProvider,
      peeringLocation,
      bandwidthInMbps: props.bandwidthMbps,
      sku: { tier, family },
      allowClassicOperations: false,
      tags: resourceGroup.tags(),
    });
    const ofCircuit = { expressRouteCircuitName: this.resource.name, resourceGroupName: resourceGroup.name };
    const peering = props.provisioned ? props.privatePeering : undefined;
    this.ready = peering
      ? [
          new ExpressRouteCircuitPeering(this, 'PrivatePeering', {
            ...ofCircuit,
            peeringType: 'AzurePrivatePeering',
            peerAsn: peering.peerAsn,
            primaryPeerAddressPrefix: peering.primaryRange,
            secondaryPeerAddressPrefix: peering.secondaryRange,
            vlanId: peering.vlanId,
          }),
        ]
      : [];
    for (const name of authorizations) {
      new ExpressRouteCircuitAuthorization(this, `Authorization-${name}`, { ...ofCircuit, name });
    }
  }

  /**
   * A circuit of somebody else, also of another subscription.
   *
   * @throws Refusal when the id is malformed or of another type.
   */
  public static fromCircuitId(
    scope: Construct,
    id: string,
    circuitId: string,
    attributes: CircuitAttributes,
  ): IExpressRouteCircuit {
    return new ExistingCircuit(scope, id, circuitId, attributes);
  }

  /** Resource id of the circuit. */
  public get id(): string {
    return this.resource.id;
  }
}

function assertCircuit({ tier, family, bandwidthMbps, privatePeering }: CircuitSettings): void {
  if (tier === 'Local' && (family !== 'UnlimitedData' || bandwidthMbps < 1000)) {
    throw new Refusal(
      `a Local circuit must be of 1000 Mbps or more and of family UnlimitedData, got ${bandwidthMbps} Mbps and ` +
        `${family ?? 'MeteredData'}; set bandwidthMbps and family, or tier to Standard`,
    );
  }
  if (privatePeering) {
    assertPrivatePeering(privatePeering);
  }
}
