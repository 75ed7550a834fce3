import { type Azure } from '../azure';
import { type ArmError, badRequest, notFound } from './arm-error';
import { type Resource } from './resource';
import { type ResourceId } from './resource-id';
import { type ResourceType } from './resource-type';
import { referencesIn } from './store';

/**
 * Refuses a resource that names others which are not there, or are in another region.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-not-found
 * @see https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors (InvalidResourceReference)
 */
export function checkReferences(resource: Resource, type: ResourceType, { store }: Azure): void {
  const { id: own, ...body } = resource;
  const region = regionAround(own, store);
  for (const id of referencesIn(body)) {
    if (id.type === 'Microsoft.Resources/subscriptions') {
      continue;
    }
    const other = store.find(id.text);
    if (!other) {
      throw missing(id, own);
    }
    const otherRegion = regionAround(id.text, store);
    if (!type.refersToOtherRegions && region && otherRegion && region !== otherRegion) {
      throw badRequest(
        'InvalidResourceReference',
        `Resource ${id.text} (${otherRegion}) referenced by resource ${own} (${region}) was not found. ` +
          'Please make sure that the referenced resource exists, and that both resources are in the same region.',
      );
    }
  }
}

function missing(id: ResourceId, referrer: string): ArmError {
  return /^microsoft\.network\//i.test(id.type)
    ? badRequest(
        'InvalidResourceReference',
        `Resource ${id.text} referenced by resource ${referrer} was not found. ` +
          'Please make sure that the referenced resource exists, and that both resources are in the same region.',
      )
    : notFound('NotFound', `Resource ${id.text} referenced by resource ${referrer} was not found.`);
}

/** Region of a resource, or of that which it is a part of; nothing for what is worldwide. A resource group is anywhere. */
function regionAround(id: string, store: Azure['store']): string | undefined {
  const segments = id.split('/');
  for (let length = segments.length; length > 5; length -= 2) {
    const location = store.find(segments.slice(0, length).join('/'))?.location;
    if (location !== undefined) {
      return location === 'global' ? undefined : location;
    }
  }
  return undefined;
}
