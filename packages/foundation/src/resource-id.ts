import { Fn, Token } from 'cdktf';
import { Refusal } from './refusal';

/** What a resource id of Azure Resource Manager tells of its resource. */
export interface ResourceId {
  /** Id of the subscription. */
  readonly subscriptionId: string;
  /** Name of the resource group. */
  readonly resourceGroupName: string;
  /** Name of the resource itself, without those of its parents. */
  readonly name: string;
}

/** Type of a resource group, whose id has no provider in it. */
export const resourceGroupType = 'Microsoft.Resources/resourceGroups';

/** Places in an id that is split at its slashes. */
const subscriptionPlace = 2;
const resourceGroupPlace = 4;

/**
 * Takes a resource id apart. One that only Terraform knows, such as an attribute of another resource, is taken apart by
 * Terraform.
 *
 * @param type what it must be an id of, as Azure writes it: `Microsoft.Network/virtualNetworks/subnets`.
 * @throws Refusal when it is no id of that type.
 */
export function parseResourceId(id: string, type: string): ResourceId {
  if (!Token.isUnresolved(id)) {
    assertResourceId(id, type);
  }
  const lastPlace = placesOf(type).length - 1;
  return {
    subscriptionId: segment(id, subscriptionPlace),
    resourceGroupName: segment(id, resourceGroupPlace),
    name: segment(id, lastPlace),
  };
}

function segment(id: string, place: number): string {
  if (Token.isUnresolved(id)) {
    return Token.asString(Fn.element(Fn.split('/', id), place));
  }
  return id.split('/')[place] ?? '';
}

/** Azure compares ids without regard to case. */
function assertResourceId(id: string, type: string): void {
  const expected = placesOf(type);
  const received = id.split('/');
  const isOfType =
    received.length === expected.length &&
    expected.every((word, place) =>
      word === undefined ? received[place] !== '' : word.toLowerCase() === received[place]?.toLowerCase(),
    );
  if (!isOfType) {
    const form = expected.map((word, place) => word ?? (place === subscriptionPlace ? 'SUBSCRIPTION' : 'NAME'));
    throw new Refusal(`resource id must be of ${type}, as ${form.join('/')}, got '${id}'`);
  }
}

/** Segments of an id of a type, `undefined` where each resource has its own. */
function placesOf(type: string): readonly (string | undefined)[] {
  const resourceGroup = ['', 'subscriptions', undefined, 'resourceGroups', undefined];
  if (type === resourceGroupType) {
    return resourceGroup;
  }
  const [provider, ...types] = type.split('/');
  return [...resourceGroup, 'providers', provider, ...types.flatMap((word) => [word, undefined])];
}
