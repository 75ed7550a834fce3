import { type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type CircuitSettings, ExpressRouteCircuit, type IExpressRouteCircuit } from './express-route-circuit';
import { ExpressRouteConnection } from './express-route-connection';
import { ExpressRouteGateway, expressRouteGatewayCircuits, type ExpressRouteGatewaySku } from './express-route-gateway';
import { type ISubnet } from './subnet';
import { type IVirtualNetworkGateway } from './vpn-gateway';

/** A circuit that somebody else owns, such as the subscription for connectivity of an Azure landing zone. */
export interface ExistingCircuitSettings {
  /** Resource id of the circuit. */
  readonly id: string;
}

/** ExpressRoute of one region. */
export interface ExpressRouteSettings {
  /** Size of the gateway. @default ErGw1AZ */
  readonly sku?: ExpressRouteGatewaySku;
  /**
   * Circuits that are ordered here, by name: a name is part of the addresses of what is made for it.
   *
   * @default none: the gateway uses those that exist, or those of the other region
   */
  readonly circuits?: Readonly<Record<string, CircuitSettings>>;
  /** Circuits of somebody else, by name. @default none */
  readonly existingCircuits?: Readonly<Record<string, ExistingCircuitSettings>>;
}

/** What another region needs of a region's ExpressRoute. */
export interface IExpressRoute {
  /** Resource group of the gateway. */
  readonly resourceGroup: IResourceGroup;
  /** Gateway of the region's network. */
  readonly gateway: IVirtualNetworkGateway;
  /** Circuits that can be connected to: those that have been provisioned. */
  readonly circuits: readonly IExpressRouteCircuit[];
}

/** Properties of {@link ExpressRoute}. */
export interface ExpressRouteProps extends ExpressRouteSettings {
  /** Resource group of the network. */
  readonly resourceGroup: IResourceGroup;
  /** The network's `GatewaySubnet`. */
  readonly subnet: ISubnet;
}

/** An ExpressRoute gateway and its circuits. A circuit that is added changes nothing of the others. */
export class ExpressRoute extends Construct implements IExpressRoute {
  /** Resource group of the gateway. */
  public readonly resourceGroup: IResourceGroup;
  /** Gateway of the region's network. */
  public readonly gateway: ExpressRouteGateway;
  /** Circuits that can be connected to: those that have been provisioned. */
  public readonly circuits: readonly IExpressRouteCircuit[];

  public constructor(scope: Construct, id: string, props: ExpressRouteProps) {
    super(scope, id);
    const { resourceGroup, subnet, sku = 'ErGw1AZ', circuits = {}, existingCircuits = {} } = props;
    refusingAt(this, () => assertCircuits(sku, Object.keys(circuits), Object.keys(existingCircuits)));
    this.resourceGroup = resourceGroup;
    this.gateway = new ExpressRouteGateway(this, 'Gateway', { resourceGroup, subnet, sku });
    const ordered = Object.entries(circuits).map(([circuitName, settings]) => ({
      provisioned: settings.provisioned,
      circuit: new ExpressRouteCircuit(this, circuitName, { resourceGroup, circuitName, ...settings }),
    }));
    this.circuits = [
      ...ordered.filter(({ provisioned }) => provisioned).map(({ circuit }) => circuit),
      ...Object.entries(existingCircuits).map(([circuitName, { id: circuitId }]) =>
        ExpressRouteCircuit.fromCircuitId(this, circuitName, circuitId, {
          circuitName,
          regionCode: resourceGroup.region.code,
        }),
      ),
    ];
    const connections = new Construct(this, 'Connections');
    for (const circuit of this.circuits) {
      new ExpressRouteConnection(connections, circuit.circuitName, { resourceGroup, gateway: this.gateway, circuit });
    }
  }

  /** For a gateway that is to be made in the same subnet after this one's. */
  public get dependable(): ITerraformDependable {
    return this.gateway.dependable;
  }
}

function assertCircuits(sku: ExpressRouteGatewaySku, ordered: readonly string[], existing: readonly string[]): void {
  const twice = existing.find((name) => ordered.includes(name));
  if (twice !== undefined) {
    throw new Refusal(`a circuit must be in either circuits or existingCircuits, got '${twice}' in both; rename one`);
  }
  const most = expressRouteGatewayCircuits[sku];
  const count = ordered.length + existing.length;
  if (count > most) {
    throw new Refusal(
      `circuits of an ExpressRoute gateway of size ${sku} must be at most ${most}, got ${count}; set sku to a larger size`,
    );
  }
}
