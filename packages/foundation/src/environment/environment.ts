import { type Environment } from './blueprints';
import { environmentSchema } from './environment-schema';
import { parseValues, readValues, type ValuesFile } from './values-file';

const environmentFile: ValuesFile<Environment> = {
  schema: environmentSchema,
  what: 'an environment',
  remedy: 'name an environment file, such as those in stacks/environments',
};

/**
 * Reads an environment file (YAML) and checks it against {@link environmentSchema}.
 *
 * @throws EnvironmentError when the file is missing, is no YAML, or has wrong, missing or unknown fields: all of them in
 * one message.
 */
export function readEnvironment(file: string): Environment {
  return readValues(environmentFile, file);
}

/** Like {@link readEnvironment}, on text; `file` is the name used in messages. */
export function parseEnvironment(text: string, file: string): Environment {
  return parseValues(environmentFile, text, file);
}
