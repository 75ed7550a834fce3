import { Refusal } from '@iris-azure/foundation';

/**
 * Checks a mirror's name and gives it as InterSystems keeps it: in upper case.
 *
 * @throws Refusal when the name is not 1 to 15 letters and digits.
 */
export function mirrorName(name: string): string {
  if (!/^[A-Za-z0-9]{1,15}$/.test(name)) {
    throw new Refusal(
      `mirror name must be 1 to 15 letters and digits, got '${name}' (${name.length} characters); set mirrorName`,
    );
  }
  return name.toUpperCase();
}
