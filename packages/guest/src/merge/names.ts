import { Refusal } from '@iris-azure/foundation';

/** What a name may be, and how it is told to those who chose another. */
interface NameRule {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly allowed: string;
}

const mirrorRule: NameRule = {
  kind: 'mirror name',
  pattern: /^[A-Z0-9]{1,15}$/,
  allowed: '1 to 15 letters and digits',
};
const memberRule: NameRule = {
  kind: 'mirror member name',
  pattern: /^[A-Z0-9][A-Z0-9._/-]{0,31}$/,
  allowed: '1 to 32 letters, digits, dots, hyphens, underscores and slashes',
};
const databaseRule: NameRule = {
  kind: 'database name',
  pattern: /^[A-Z_%][A-Z0-9_-]{0,29}$/,
  allowed: '1 to 30 letters, digits, hyphens and underscores, the first of them no digit or hyphen',
};
const namespaceRule: NameRule = {
  kind: 'namespace',
  pattern: /^(?!(?:%SYS|BIN|BROKER|DOCUMATIC)$)[A-Z%][A-Z0-9_-]{0,254}$/,
  allowed: 'letters, digits, hyphens and underscores, the first a letter, and not %SYS, BIN, BROKER or DOCUMATIC',
};
const serverRule: NameRule = {
  kind: 'name of an ECP data server',
  pattern: /^[A-Z][A-Z0-9_-]{0,63}$/,
  allowed: 'letters, digits, hyphens and underscores, the first a letter',
};
const resourceRule: NameRule = {
  kind: 'resource',
  pattern: /^%?[A-Z][A-Z0-9_%-]{0,63}$/,
  allowed: 'letters, digits, hyphens and underscores, perhaps after a percent sign',
};

function checked({ kind, pattern, allowed }: NameRule, name: string): string {
  const upper = name.toUpperCase();
  if (!pattern.test(upper)) {
    throw new Refusal(`${kind} must be ${allowed}, got ${JSON.stringify(name)}; set another name`);
  }
  return upper;
}

/**
 * Name of a mirror as the product keeps it: upper-case.
 *
 * @throws Refusal when it is not 1 to 15 letters and digits.
 */
export const mirrorName = (name: string): string => checked(mirrorRule, name);

/**
 * Name of a mirror's member, upper-case.
 *
 * @throws Refusal when it is longer than 32 characters, or has others than letters, digits, dots, hyphens, underscores, slashes.
 */
export const memberName = (name: string): string => checked(memberRule, name);

/**
 * Name of a database, upper-case.
 *
 * @throws Refusal when it breaks the product's rules.
 */
export const databaseName = (name: string): string => checked(databaseRule, name);

/**
 * Name of a namespace, upper-case.
 *
 * @throws Refusal when it breaks the product's rules or is reserved.
 */
export const namespaceName = (name: string): string => checked(namespaceRule, name);

/**
 * Name under which an ECP client knows its data server, upper-case.
 *
 * @throws Refusal when it has others than letters, digits, hyphens and underscores.
 */
export const serverName = (name: string): string => checked(serverRule, name);

/**
 * Resource that guards a database, upper-case.
 *
 * @throws Refusal when it has others than letters, digits, hyphens and underscores.
 */
export const resourceName = (name: string): string => checked(resourceRule, name);

/**
 * Folder of a database, of journals or of the write image journal, which ends with a slash.
 *
 * @throws Refusal when it is no absolute path of plain characters.
 */
export function directory(path: string): string {
  if (!/^\/(?:[A-Za-z0-9._-]+\/?)+$/.test(path) || path.split('/').includes('..')) {
    throw new Refusal(
      `directory must be an absolute path of letters, digits, dots, hyphens and underscores, got ${JSON.stringify(path)}; set another`,
    );
  }
  return path.endsWith('/') ? path : `${path}/`;
}

/**
 * Address of a machine: IPv4, IPv6 or a host name.
 *
 * @throws Refusal when it has other characters than these have.
 */
export function address(value: string): string {
  if (!/^[A-Za-z0-9:.-]{1,253}$/.test(value)) {
    throw new Refusal(`address must be an IP address or a host name, got ${JSON.stringify(value)}; set another`);
  }
  return value;
}
