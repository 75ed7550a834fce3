export function readDisks(_folder: string, readOn: string): object {
  return { readOn };
}
