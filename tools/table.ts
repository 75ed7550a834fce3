/** A table of names and figures, figures at the right of their columns. */
export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const lines = [header, ...rows.map((row) => row.map(String))];
  const widths = header.map((_name, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines.map((line) => {
    const cells = line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    return `  ${cells.join('  ')}`;
  });
}
