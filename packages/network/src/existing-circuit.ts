import { parseResourceId, refusingAt } from '@iris-azure/foundation';
import { Construct } from 'constructs';
import { type IExpressRouteCircuit } from './express-route-circuit';

/** What the id of an existing circuit does not tell. */
export interface CircuitAttributes {
  /** Name of the circuit here: lower-case letters, digits and inner hyphens. */
  readonly circuitName: string;
  /** Code of the region near which it is, from whose gateway traffic takes it first. */
  readonly regionCode: string;
}

/** A circuit of somebody else, who has authorized each connection that is made to it. */
export class ExistingCircuit extends Construct implements IExpressRouteCircuit {
  /** Name of the circuit here. */
  public readonly circuitName: string;
  /** Code of the region near which it is. */
  public readonly regionCode: string;
  /** Always: it is of another subscription. */
  public readonly needsAuthorization = true;
  /** Nothing: it is ready. */
  public readonly ready = [];

  public constructor(
    scope: Construct,
    constructId: string,
    /** Resource id of the circuit. */
    public readonly id: string,
    { circuitName, regionCode }: CircuitAttributes,
  ) {
    super(scope, constructId);
    refusingAt(this, () => parseResourceId(id, 'Microsoft.Network/expressRouteCircuits'));
    this.circuitName = circuitName;
    this.regionCode = regionCode;
  }
}
