/** Largest share that an axis goes to: what is beyond is marked at its end. */
const most = 2;

/** Steps between ticks. */
const step = 0.25;

/** An axis of shares, from 0. */
export interface Scale {
  /** Share at its end: at least 1. */
  readonly end: number;
  /** Shares at which it has ticks. */
  readonly ticks: readonly number[];
  /** Where a share lies, from 0 to 1; the end for all that is beyond. */
  readonly at: (share: number) => number;
}

/** An axis that holds 1 and the given shares, as far as it goes. */
export function scaleFor(shares: readonly number[]): Scale {
  const largest = Math.max(1, ...shares.filter((share) => Number.isFinite(share)));
  const end = Math.min(most, Math.ceil(largest / step) * step);
  const ticks = Array.from({ length: Math.round(end / step) + 1 }, (_, index) => index * step);
  return { end, ticks, at: (share) => Math.min(Math.max(share, 0), end) / end };
}
