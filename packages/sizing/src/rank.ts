/** What alternatives are ranked by: the first figure that differs decides, and less is better. */
export type Rank = readonly number[];

/** Negative where one rank is better than the other, positive where it is worse, 0 where they are equal. */
export function compareRanks(one: Rank, other: Rank): number {
  const index = one.findIndex((figure, position) => figure !== other[position]);
  return index === -1 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}

/** Alternatives, the best first. */
export function ranked<Alternative>(
  alternatives: readonly Alternative[],
  rankOf: (alternative: Alternative) => Rank,
): Alternative[] {
  return alternatives
    .map((alternative) => ({ alternative, rank: rankOf(alternative) }))
    .sort((one, other) => compareRanks(one.rank, other.rank))
    .map(({ alternative }) => alternative);
}
