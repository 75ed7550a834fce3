import { type Stack } from './configuration';
import { RehearsalError } from './provider-error';

/**
 * Values of the variables that a user sets for each deployment, by what their names begin with. The private half of the key
 * is not kept anywhere.
 */
const values: Readonly<Record<string, string>> = {
  administrator_ssh_public_key:
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIK8642uYTRJcq47Un+CXHe85VOC3IOjxpufg1H4TV6qG rehearsal',
  vpn_shared_key_: 'a-key-of-rehearsals-which-nobody-else-has',
};

/**
 * Values for the variables of all stacks that have no default, as Terraform reads them from its environment; a variable that
 * the user has set keeps its value.
 *
 * @throws RehearsalError when a variable has no value.
 */
export function variablesOf(stacks: readonly Stack[], own: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const names = stacks.flatMap(({ configuration: { variable = {} } }) =>
    Object.keys(variable).filter((name) => !('default' in (variable[name] ?? {}))),
  );
  return Object.fromEntries(
    [...new Set(names)].map((name) => {
      const key = `TF_VAR_${name}`;
      const value = own[key] ?? valueOf(name);
      if (value === undefined) {
        throw new RehearsalError(
          `variable '${name}' has no value; set ${key}, or give it one in tools/rehearsal/variables.ts`,
        );
      }
      return [key, value];
    }),
  );
}

function valueOf(name: string): string | undefined {
  return Object.entries(values).find(([beginning]) => name.startsWith(beginning))?.[1];
}
