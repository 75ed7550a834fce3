import { type IResourceGroup, refusingAt } from '@iris-azure/foundation';
import { VirtualNetworkGatewayConnection } from '@cdktf/provider-azurerm/lib/virtual-network-gateway-connection';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { assertReach } from './circuit-reach';
import { type IExpressRouteCircuit } from './express-route-circuit';
import { sensitiveVariable } from './sensitive-variable';
import { type IVirtualNetworkGateway } from './vpn-gateway';

/**
 * Weight of a connection between gateway and circuit of one region, and of different ones. A gateway sends by the
 * connection of higher weight, and by the other when that is lost.
 *
 * @see https://learn.microsoft.com/azure/expressroute/expressroute-optimize-routing
 */
export const routingWeights = { sameRegion: 100, otherRegion: 10 } as const;

/** Properties of {@link ExpressRouteConnection}. */
export interface ExpressRouteConnectionProps {
  /** Resource group of the gateway. */
  readonly resourceGroup: IResourceGroup;
  /** Gateway of the network. */
  readonly gateway: IVirtualNetworkGateway;
  /** Circuit, of whatever region. */
  readonly circuit: IExpressRouteCircuit;
}

/**
 * Connection of a gateway to a circuit. To a circuit of somebody else it shows the authorization key that is the Terraform
 * variable `express_route_authorization_key_<region code of the gateway>_<region code and name of the circuit>`, set for
 * each deployment: each key serves one connection.
 */
export class ExpressRouteConnection extends Construct {
  public constructor(scope: Construct, id: string, props: ExpressRouteConnectionProps) {
    super(scope, id);
    const { resourceGroup, gateway, circuit } = props;
    const { region } = resourceGroup;
    const { reach } = circuit;
    if (reach) {
      refusingAt(this, () => assertReach(reach, region.name));
    }
    const isLocal = circuit.regionCode === region.code;
    const stack = TerraformStack.of(this);
    new VirtualNetworkGatewayConnection(this, 'Resource', {
      name: resourceGroup.nameOf('connection', circuit.regionCode, circuit.circuitName),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      type: 'ExpressRoute',
      virtualNetworkGatewayId: gateway.id,
      expressRouteCircuitId: circuit.id,
      routingWeight: isLocal ? routingWeights.sameRegion : routingWeights.otherRegion,
      authorizationKey: circuit.needsAuthorization ? this.authorizationKey(props) : undefined,
      tags: resourceGroup.tags(),
      // What an earlier stack makes is there already.
      dependsOn: circuit.ready.filter((each) => Construct.isConstruct(each) && TerraformStack.of(each) === stack),
    });
  }

  private authorizationKey({ resourceGroup: { region }, circuit }: ExpressRouteConnectionProps): string {
    return sensitiveVariable(this, 'AuthorizationKey', {
      name: ['express_route_authorization_key', region.code, circuit.regionCode, circuit.circuitName],
      description: `Authorization of the owner of circuit ${circuit.circuitName} for the gateway in ${region.name}.`,
      pattern: '[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}',
      allowed: "Must be the authorization key, a GUID, that the circuit's owner has made for this connection.",
    });
  }
}
