import { readEstate } from '@iris-azure/estate';
import { type Gate, loadGate } from '@iris-azure/gate';
import { environmentNames, loadEnvironment, synthesize } from '@iris-azure/stacks';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { splitAddress } from '../../tools/rehearsal/provider-error';
import { workspaceOf } from '../../tools/rehearsal/workspace';
import { inTemporaryFolder } from '../support';

/**
 * Verdicts that are not the same for what is synthesized and for its plan, because a value is unknown in one of the two: by
 * environment, as `RULE stack address: synthesized, planned`. There are none.
 */
const known: Readonly<Record<string, readonly string[]>> = {};

/** Environments that CI deploys, so that there are plans of their stacks as they are afterwards. */
const deployed = ['trakcare-prod'];

let gate: Gate;

beforeAll(async () => {
  gate = await loadGate();
});

/** Outcomes by rule, stack and address, for the rules of an environment's baseline. */
function verdictsOn(environment: string, files: readonly string[]): ReadonlyMap<string, string> {
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) {
    throw new Error(`${missing.join(', ')}: missing; rehearse the environment first, as .ci/run does`);
  }
  const { results } = gate.judge(readEstate(files), { baseline: loadEnvironment(environment).baseline });
  return new Map(
    results.map(({ rule, stack, address, outcome }) => {
      const inModule = splitAddress(address);
      return [[rule, inModule.stack ?? stack, inModule.address].join(' '), outcome];
    }),
  );
}

function verdictsOnSynthesized(environment: string): ReadonlyMap<string, string> {
  return inTemporaryFolder((outdir) => {
    synthesize({ environment, outdir });
    return verdictsOn(environment, [outdir]);
  });
}

function differing(synthesized: ReadonlyMap<string, string>, planned: ReadonlyMap<string, string>): string[] {
  return [...new Set([...synthesized.keys(), ...planned.keys()])]
    .filter((verdict) => synthesized.get(verdict) !== planned.get(verdict))
    .map((verdict) => `${verdict}: ${synthesized.get(verdict) ?? 'none'}, ${planned.get(verdict) ?? 'none'}`)
    .sort();
}

test.each(environmentNames())('%s: the gate says the same of its plan as of what is synthesized', (environment) => {
  const synthesized = verdictsOnSynthesized(environment);
  const planned = verdictsOn(environment, [path.join(workspaceOf(environment).plans, 'plan.json')]);

  expect(synthesized.size).toBeGreaterThan(100);
  expect(differing(synthesized, planned)).toEqual(known[environment] ?? []);
});

test.each(deployed)('%s: the gate says the same of its stacks when they are deployed', (environment) => {
  const { plans } = workspaceOf(environment);
  const files = readdirSync(plans).filter((file) => file.endsWith('.plan.json'));

  const planned = verdictsOn(
    environment,
    files.map((file) => path.join(plans, file)),
  );

  expect(differing(verdictsOnSynthesized(environment), planned)).toEqual([]);
});

test('a difference that is known is about what is unknown', () => {
  const differences = Object.values(known).flat();

  expect(differences.filter((difference) => !difference.includes('undecided'))).toEqual([]);
});
