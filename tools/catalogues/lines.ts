/** JSON in which each member of the second level has a line of its own, so that a changed entry is a changed line. */
export function lines(content: object): string {
  const members = Object.entries(content).map(([key, value]) => `  ${JSON.stringify(key)}: ${block(value)}`);
  return `{\n${members.join(',\n')}\n}\n`;
}

function block(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value);
  }
  const inner = Array.isArray(value)
    ? value.map((item) => `    ${JSON.stringify(item)}`)
    : Object.entries(value).map(([key, item]) => `    ${JSON.stringify(key)}: ${JSON.stringify(item)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return inner.length === 0 ? `${open}${close}` : `${open}\n${inner.join(',\n')}\n  ${close}`;
}
