import { type z } from 'zod';
import { type ResourceType } from '../arm/resource-type';
import { bodyShape, readOnly } from '../arm/shape';
import { networkName } from './names';

/** What is particular to a part. */
export interface PartOptions extends Pick<
  ResourceType,
  'check' | 'complete' | 'show' | 'checkDelete' | 'longRunning' | 'children'
> {
  /** Properties that a PUT may give. */
  readonly properties: Readonly<Record<string, z.ZodType>>;
  /** Properties that the service shows, and takes back without taking them in. */
  readonly shown?: readonly string[];
  /** Names of properties that must be given. */
  readonly required?: readonly string[];
  /** What stands beside the properties. */
  readonly beside?: Readonly<Record<string, z.ZodType>>;
}

/**
 * A part of a resource of Microsoft.Network, such as an IP configuration or a probe, which has an id for others to refer to
 * and is written with its whole.
 */
export function part(
  type: string,
  { properties, shown = [], required, beside, ...behaviour }: PartOptions,
): ResourceType {
  const readOnlyProperties = Object.fromEntries(shown.map((name) => [name, readOnly]));
  return {
    type,
    name: networkName(80),
    shape: bodyShape({ properties: { ...properties, ...readOnlyProperties }, required, beside }),
    ...behaviour,
  };
}
