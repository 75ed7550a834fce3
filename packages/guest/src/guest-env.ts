import { Refusal } from '@iris-azure/foundation';
import { refuseSecret } from './secrets';

/** Settings as scripts read them; those without a value are left out. */
export type GuestEnvironment = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** Control characters, line breaks among them, and halves of characters beyond 16 bits, which no file can hold. */
const unwritable = /\p{Cc}|\p{Cs}/u;

/**
 * Renders `guest.env`: a line `NAME='value'` for each setting, in the order of names, quoted for `sh`. Lists are parted by spaces.
 *
 * @throws Refusal when a name is none for a variable, or a value has a control character or looks like a secret.
 */
export function renderGuestEnvironment(settings: GuestEnvironment): string {
  return Object.entries(settings)
    .flatMap(([name, value]) => (value === undefined ? [] : [line(name, value)]))
    .sort()
    .join('');
}

function line(name: string, value: string | number | readonly string[]): string {
  if (!/^[A-Z][A-Z0-9_]*$/.test(name)) {
    throw new Refusal(
      `a setting must be named with capital letters, digits and underscores, got ${JSON.stringify(name)}`,
    );
  }
  const text = typeof value === 'object' ? value.map((item) => listItem(name, item)).join(' ') : String(value);
  if (unwritable.test(text)) {
    throw new Refusal(`${name} must be one line of text without control characters, got ${JSON.stringify(text)}`);
  }
  refuseSecret(name, text);
  return `${name}='${text.replaceAll("'", "'\\''")}'\n`;
}

function listItem(name: string, item: string): string {
  if (!/^\S+$/.test(item)) {
    throw new Refusal(`${name} must be a list of words without spaces, got ${JSON.stringify(item)}`);
  }
  return item;
}
