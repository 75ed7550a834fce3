import type { Baseline } from '@iris-azure/policies';
import { GateError } from '../gate-error';
import { fits } from './glob';

/** Which baseline judges which stacks. */
export interface BaselineChoice {
  /**
   * Name of the baseline of the stacks that no pattern names.
   *
   * @default the gate's first baseline, which is `reference`
   */
  readonly baseline?: string | undefined;
  /**
   * Names of baselines by a pattern of stack names, such as `*-dev-*`: `*` stands for any characters, `?` for one.
   *
   * @default every stack is judged by `baseline`
   */
  readonly baselines?: Readonly<Record<string, string>> | undefined;
}

/**
 * The baseline of each stack.
 *
 * @throws {GateError} when there is no baseline of a name, or two patterns give one stack different baselines
 */
export function chooseBaselines(
  stacks: readonly string[],
  { baseline, baselines = {} }: BaselineChoice,
  known: readonly [Baseline, ...Baseline[]],
): ReadonlyMap<string, Baseline> {
  const named = (name: string): Baseline => {
    const found = known.find((candidate) => candidate.name === name);
    if (found) return found;
    throw new GateError(`baseline must be one of ${known.map((one) => one.name).join(', ')}, got '${name}'`);
  };
  const others = baseline === undefined ? known[0] : named(baseline);
  const patterns = Object.entries(baselines).map(([pattern, name]) => ({ pattern, baseline: named(name) }));
  return new Map(
    stacks.map((stack) => {
      const [first, ...more] = patterns.filter(({ pattern }) => fits(stack, pattern));
      const rival = more.find((other) => other.baseline !== first?.baseline);
      if (first && rival) throw ambiguous(stack, first, rival);
      return [stack, first?.baseline ?? others];
    }),
  );
}

type Pattern = Readonly<{ pattern: string; baseline: Baseline }>;

/** No order of patterns decides: who changes one must not weaken what another one was written for. */
function ambiguous(stack: string, ...patterns: readonly Pattern[]): GateError {
  const shown = patterns.map(({ pattern, baseline }) => `'${pattern}' (${baseline.name})`).join(' and ');
  return new GateError(`stack ${stack} fits the patterns ${shown}; change one so that it does not`);
}
