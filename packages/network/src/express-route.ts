import { type IResourceGroup, Refusal, refusingAt } from '@iris-azure/foundation';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type CircuitSettings, ExpressRouteCircuit, type IExpressRouteCircuit } from './express-route-circuit';
import { ExpressRouteConnection } from './express-route-connection';
import { ExpressRouteGateway, expressRouteGatewayCircuits, type ExpressRouteGatewaySku } from './express-route-gateway';
import { type ISubnet } from './subnet';
import { type IVirtualNetworkGateway } from './vpn-gateway';

/** A circuit that somebody else owns, such as the subscription for connectivity of an Azure landing zone. */
export interface ExistingCircuit {
  /** Resource id of the circuit. */
  readonly id: string;
}

/** ExpressRoute of one region. */
export interface ExpressRouteSettings {
  /** Size of the gateway. @default ErGw1AZ */
  readonly sku?: ExpressRouteGatewaySku;
  /**
   * Circuits by name: a name is part of the addresses of what is made for it. None: the gateway uses those of the other
   * region alone.
   */
  readonly circuits: Readonly<Record<string, CircuitSettings | ExistingCircuit>>;
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
    const { resourceGroup, subnet, sku = 'ErGw1AZ', circuits } = props;
    refusingAt(this, () => assertCircuitCount(sku, Object.keys(circuits).length));
    this.resourceGroup = resourceGroup;
    this.gateway = new ExpressRouteGateway(this, 'Gateway', { resourceGroup, subnet, sku });
    this.circuits = Object.entries(circuits).flatMap(([name, settings]) => {
      const circuit = this.circuitOf(name, settings);
      return circuit ? [circuit] : [];
    });
    const connections = new Construct(this, 'Connections');
    for (const circuit of this.circuits) {
      new ExpressRouteConnection(connections, circuit.circuitName, { resourceGroup, gateway: this.gateway, circuit });
    }
  }

  /** For a gateway that is to be made in the same subnet after this one's. */
  public get dependable(): ITerraformDependable {
    return this.gateway.dependable;
  }

  /** The circuit, made or found; nothing while its provider has not provisioned it. */
  private circuitOf(
    circuitName: string,
    settings: CircuitSettings | ExistingCircuit,
  ): IExpressRouteCircuit | undefined {
    const { resourceGroup } = this;
    if ('id' in settings) {
      return {
        circuitName,
        regionCode: resourceGroup.region.code,
        id: settings.id,
        needsAuthorization: true,
        ready: [],
      };
    }
    const circuit = new ExpressRouteCircuit(this, circuitName, { resourceGroup, circuitName, ...settings });
    return settings.provisioned ? circuit : undefined;
  }
}

function assertCircuitCount(sku: ExpressRouteGatewaySku, count: number): void {
  const most = expressRouteGatewayCircuits[sku];
  if (count > most) {
    throw new Refusal(
      `circuits of an ExpressRoute gateway of size ${sku} must be at most ${most}, got ${count}; set sku to a larger size`,
    );
  }
}
