import { isRegion } from './regions';
import { badRequest, conflict } from './arm-error';
import { isObject, type JsonObject } from './json';
import { type Resource } from './resource';
import { type ResourceType } from './resource-type';

/** What every resource has beside its properties, and Resource Manager checks for every service. */

/** @throws ArmError when a name breaks the rule of its type. */
export function checkName(name: string, { name: rule, type }: ResourceType): void {
  if (!rule.pattern.test(name)) {
    throw badRequest(
      'InvalidResourceName',
      `Resource name ${name} of ${type} is invalid. The name must be ${rule.allowed}.`,
    );
  }
}

/**
 * Region of a resource that is written.
 *
 * @throws ArmError when there must be one and there is none, or when the resource is elsewhere already.
 */
export function locationOf(body: JsonObject, { location = 'region', type }: ResourceType, previous?: Resource) {
  if (location === 'none') {
    return undefined;
  }
  const given = body['location'];
  if (typeof given !== 'string' || given === '') {
    throw badRequest('LocationRequired', `The location property is required for this definition (${type}).`);
  }
  const normal = given.toLowerCase().replaceAll(' ', '');
  if (location === 'global' ? normal !== 'global' : !isRegion(normal)) {
    throw badRequest(
      'LocationNotAvailableForResourceType',
      `The provided location '${given}' is not available for resource type '${type}'.`,
    );
  }
  if (previous?.location !== undefined && previous.location !== normal) {
    throw conflict(
      'InvalidResourceLocation',
      `The resource '${previous.name}' already exists in location '${previous.location}'. ` +
        `A resource with the same name cannot be created in location '${normal}'.`,
    );
  }
  return normal;
}

const tagLimits = { count: 50, name: 512, value: 256 } as const;

/**
 * @throws ArmError when a resource has too many tags, or a tag is too long.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations
 */
export function checkTags(tags: JsonObject[string]): void {
  const entries = isObject(tags) ? Object.entries(tags) : [];
  if (entries.length > tagLimits.count) {
    throw badRequest('TooManyTags', `The resource has ${entries.length} tags; at most ${tagLimits.count} are allowed.`);
  }
  for (const [name, value] of entries) {
    if (name.length > tagLimits.name || /[<>%&\\?/]/.test(name)) {
      throw badRequest(
        'InvalidTagNameCharacters',
        `The tag name '${name}' must have at most ${tagLimits.name} characters, none of them <>%&\\?/.`,
      );
    }
    if (typeof value === 'string' && value.length > tagLimits.value) {
      throw badRequest(
        'InvalidTagValueLength',
        `The value of tag '${name}' has ${value.length} characters; at most ${tagLimits.value} are allowed.`,
      );
    }
  }
}
