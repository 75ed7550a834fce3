import { Construct } from 'constructs';
import { type IExpressRoute } from './express-route';
import { ExpressRouteConnection } from './express-route-connection';

/** Properties of {@link ExpressRouteCrossConnections}. */
export interface ExpressRouteCrossConnectionsProps {
  /** ExpressRoute of the primary region. */
  readonly primary: IExpressRoute;
  /** ExpressRoute of the disaster recovery region. */
  readonly disasterRecovery: IExpressRoute;
}

/**
 * Connections of each region's gateway to the other region's circuits, of lower weight than those to its own: a region
 * is reached while any of the circuits is, without transit through the other region.
 *
 * @see https://learn.microsoft.com/azure/expressroute/designing-for-disaster-recovery-with-expressroute-privatepeering
 */
export class ExpressRouteCrossConnections extends Construct {
  public constructor(scope: Construct, id: string, { primary, disasterRecovery }: ExpressRouteCrossConnectionsProps) {
    super(scope, id);
    this.connect('ToPrimary', disasterRecovery, primary);
    this.connect('ToDisasterRecovery', primary, disasterRecovery);
  }

  private connect(id: string, { resourceGroup, gateway }: IExpressRoute, { circuits }: IExpressRoute): void {
    const connections = new Construct(this, id);
    for (const circuit of circuits) {
      new ExpressRouteConnection(connections, circuit.circuitName, { resourceGroup, gateway, circuit });
    }
  }
}
