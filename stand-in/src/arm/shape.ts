import { z } from 'zod';
import { badRequest } from './arm-error';
import { type JsonObject } from './json';

/** A reference to another resource; services answer with the whole of it, and take the whole of it back. */
export const reference = z.looseObject({ id: z.string() }).transform(({ id }) => ({ id }));

/** What a service shows and takes back, but does not take in. */
export const readOnly = z.unknown().transform(() => undefined);

/** What a property may hold whose form the stand-in does not know; say why where it is used. */
export const anything = z.json();

type Fields = Readonly<Record<string, z.ZodType>>;

/** An object with these members, all optional but those that are said to be required, and no others. */
export function object(fields: Fields, required: readonly string[] = []) {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, required.includes(name) ? field : field.optional()]),
    ),
  );
}

/** What a body may have. */
export interface BodyOptions {
  /** Properties of the type. */
  readonly properties: Fields;
  /** Names of the properties that must be given. */
  readonly required?: readonly string[];
  /** What stands beside the properties: `sku`, `zones`, `identity`, `kind`. */
  readonly beside?: Fields;
  /** Names of what stands beside the properties and must be given. */
  readonly requiredBeside?: readonly string[];
}

/** Shape of a body: its properties, what stands beside them, and what Resource Manager has for every resource. */
export function bodyShape({
  properties,
  required,
  beside = {},
  requiredBeside = [],
}: BodyOptions): z.ZodType<JsonObject> {
  return object(
    {
      id: readOnly,
      name: readOnly,
      type: readOnly,
      etag: readOnly,
      systemData: readOnly,
      location: z.string(),
      tags: z.record(z.string(), z.string()),
      ...beside,
      properties: object({ ...properties, provisioningState: readOnly, resourceGuid: readOnly }, required),
    },
    [...requiredBeside, ...(required?.length ? ['properties'] : [])],
  ) as unknown as z.ZodType<JsonObject>;
}

/** Identities of a resource. */
export const identity = object(
  {
    type: z.enum([
      'SystemAssigned',
      'UserAssigned',
      'SystemAssigned, UserAssigned',
      'SystemAssigned,UserAssigned',
      'None',
    ]),
    principalId: readOnly,
    tenantId: readOnly,
    userAssignedIdentities: z.record(z.string(), object({ principalId: readOnly, clientId: readOnly })),
  },
  ['type'],
);

/** Availability zones by number. */
export const zones = z.array(z.enum(['1', '2', '3']));

/**
 * A body that has its shape.
 *
 * @throws ArmError as Resource Manager words it when a body cannot be read, for one thing that is wrong.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors (InvalidRequestContent)
 */
export function shaped(shape: z.ZodType<JsonObject>, body: JsonObject, type: string): JsonObject {
  const result = shape.safeParse(body);
  if (result.success) {
    return result.data;
  }
  const { issues } = result.error;
  // A misspelt name is why another is missing.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  const path = issue?.path.join('.') ?? '';
  const what =
    issue?.code === 'unrecognized_keys'
      ? `Could not find member '${issue.keys[0] ?? ''}' on object of type '${type}'`
      : (issue?.message ?? 'unreadable');
  throw badRequest(
    'InvalidRequestContent',
    `The request content was invalid and could not be deserialized: '${what}. Path '${path}'.'`,
  );
}
