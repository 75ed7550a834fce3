import { Refusal } from '@iris-azure/foundation';

/** What is secret by its looks. */
const secrets: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/],
  ['a SAS token', /[?&;]sig=[^&\s]|SharedAccessSignature[ =]/i],
  ['the key of an account', /\b(Account|SharedAccess|Shared)Key\s*=/i],
  ['a connection string with a password', /\b(Server|Data Source|User Id|Uid|Host)\s*=[^;\n]*;.*\b(Password|Pwd)\s*=/i],
  ['a password', /^\s*Password\s*=\s*\S/im],
  ['a token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./],
  ['an address with a password', /\b[a-z][a-z0-9+.-]*:\/\/[^/\s:@]+:[^/\s@]+@/i],
];

/**
 * Refuses what looks like a secret: whoever reads the machine's model, or a file that Azure leaves on it, reads custom data too.
 *
 * @param field what the message calls it
 * @throws Refusal that names the field, and not the value
 */
export function refuseSecret(field: string, value: string): void {
  const found = secrets.find(([, pattern]) => pattern.test(value));
  if (found) {
    throw new Refusal(
      `${field} must hold no secret, got what looks like ${found[0]}; put it into the vault and set the secret's name`,
    );
  }
}
