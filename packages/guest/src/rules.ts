// Rules of single values: what is wrong with one, as a list of no or one sentence.

/** Refuses text that does not match. */
export function matches(field: string, value: string, pattern: RegExp, allowed: string): string[] {
  return pattern.test(value) ? [] : [`${field} must be ${allowed}, got '${value}'`];
}

/** An address or a host name. */
export function address(field: string, value: string): string[] {
  return matches(field, value, /^(?!-)[A-Za-z0-9.-]{1,253}$/, 'an IPv4 address or a host name');
}

/** A path of a web server. Its characters stand for themselves in Apache's and the gateway's configuration. */
export function path(field: string, value: string): string[] {
  return matches(field, value, /^(\/[A-Za-z0-9%._~-]+)+$/, 'a path of letters, digits and % . _ ~ -, such as /csp');
}

/** A port, where there is one. */
export function port(field: string, value: number | undefined): string[] {
  return value === undefined || (Number.isInteger(value) && value >= 1 && value <= 65_535)
    ? []
    : [`${field} must be a port, 1 to 65535, got ${value}`];
}

/** An address by HTTPS, without a query: what is behind it is read with the machine's identity. */
export function httpsUrl(field: string, value: string): string[] {
  return matches(field, value, /^https:\/\/[A-Za-z0-9.-]+(:\d+)?\/[^\s?#']*$/, 'an https address without a query');
}

/** A name of an object in a vault. */
export function vaultName(field: string, value: string): string[] {
  return matches(field, value, /^[0-9A-Za-z-]{1,127}$/, '1 to 127 letters, digits and hyphens');
}

/** A whole number within limits, where there is one. */
export function wholeNumber(field: string, value: number | undefined, least: number, most: number): string[] {
  return value === undefined || (Number.isInteger(value) && value >= least && value <= most)
    ? []
    : [`${field} must be a whole number from ${least} to ${most}, got ${value}`];
}
