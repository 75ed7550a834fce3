import { Construct } from 'constructs';
import { refusingAt } from './refusal';
import { parseResourceId, type ResourceId } from './resource-id';

/** A resource that somebody else has made and keeps, known by its resource id. It makes nothing and changes nothing. */
export class ExistingResource extends Construct {
  /** What the resource id tells. */
  public readonly parts: ResourceId;

  /**
   * @param type what it must be, as Azure writes it: `Microsoft.Network/publicIPAddresses`.
   * @throws Refusal when the id is none of that type.
   */
  public constructor(
    scope: Construct,
    constructId: string,
    /** Resource id. */
    public readonly id: string,
    type: string,
  ) {
    super(scope, constructId);
    this.parts = refusingAt(this, () => parseResourceId(id, type));
  }
}
