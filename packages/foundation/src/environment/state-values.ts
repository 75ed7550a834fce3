import { z } from 'zod';
import { regionNames } from '../region';
import { cidrs, word } from './fields';
import { readValues, type ValuesFile } from './values-file';

const stateSchema = z.strictObject({
  organization: word(12),
  environment: word(8).default('shared'),
  region: z.enum(regionNames, { error: `must be one of ${regionNames.join(', ')}` }),
  tags: z.record(z.string(), z.string({ error: 'must be text' }), { error: 'must map tag names to text' }).default({}),
  replication: z
    .enum(['GRS', 'RAGRS', 'GZRS', 'RAGZRS'], { error: 'must be GRS, RAGRS, GZRS or RAGZRS' })
    .default('RAGRS'),
  deployers: z.strictObject({
    ranges: cidrs.min(1, {
      error: 'must name at least one range: until a network leads to the account, nothing else does',
    }),
    principals: z.record(
      z.string().regex(/^[A-Z][A-Za-z0-9]*$/),
      z.strictObject({
        objectId: z.guid({ error: 'must be the object id of a principal in Microsoft Entra ID' }),
        type: z.enum(['Group', 'ServicePrincipal', 'User'], { error: 'must be Group, ServicePrincipal or User' }),
      }),
      { error: 'must map names in PascalCase to principals' },
    ),
  }),
  keepsItsOwnState: z.boolean({ error: 'must be true or false' }).default(false),
});

/** What the storage of all states is made from, as its file describes it, defaults filled in. */
export type StateValues = z.infer<typeof stateSchema>;

const stateFile: ValuesFile<StateValues> = {
  schema: stateSchema,
  what: 'the storage of states',
  remedy: 'write one, after stacks/state.yaml',
};

/**
 * Reads the file from which the storage of all states is made.
 *
 * @throws EnvironmentError when the file is missing, is no YAML, or has wrong, missing or unknown fields.
 */
export function readStateValues(file: string): StateValues {
  return readValues(stateFile, file);
}
