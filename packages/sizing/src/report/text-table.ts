/** A table of padded columns; those that hold figures alone are aligned at the right. */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[], indent = '  '): string[] {
  const columns = header.map((title, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    const width = Math.max(title.length, ...cells.map((cell) => cell.length));
    return { width, figures: cells.length > 0 && cells.every((cell) => /^(\d.*|-|not known|)$/.test(cell)) };
  });
  return [header, ...rows].map((row) => {
    const cells = columns.map(({ width, figures }, column) => {
      const cell = row[column] ?? '';
      return figures ? cell.padStart(width) : cell.padEnd(width);
    });
    return `${indent}${cells.join('  ')}`.trimEnd();
  });
}

/** Names and what they stand for, side by side. */
export function definitions(pairs: readonly (readonly [string, string])[], indent = '  '): string[] {
  const width = Math.max(0, ...pairs.map(([name]) => name.length));
  return pairs.map(([name, meaning]) => `${indent}${name.padEnd(width)}  ${meaning}`);
}
