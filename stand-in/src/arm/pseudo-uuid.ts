import { createHash } from 'node:crypto';

/** A UUID that depends on a text alone, so that two runs of the same deployment give the same resources. */
export function pseudoUuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
