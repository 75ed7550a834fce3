const WIDTH = 110;

/** A whole number with its noun, in the plural where it belongs; thousands by hand, since ICU takes 25 ms to start. */
export function counted(number: number, noun: string): string {
  const digits = String(number).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${digits} ${noun}${number === 1 ? '' : 's'}`;
}

/**
 * Breaks a text at spaces into lines of at most 110 characters; a longer word keeps a line of its own.
 *
 * @param indent what each line begins with
 * @param first what the first line begins with
 * @default first is the same as indent
 */
export function wrapped(text: string, indent: string, first: string = indent): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const start = lines.length === 0 ? first : indent;
    if (line !== '' && start.length + line.length + 1 + word.length > WIDTH) {
      lines.push(start + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  if (line !== '') lines.push((lines.length === 0 ? first : indent) + line);
  return lines;
}

/** Items by a key of theirs, in the order in which the keys first appear. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
