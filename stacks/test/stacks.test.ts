import { type SynthesizedStack } from '../../test/support';
import { synthesizedProduction } from './production';

interface Backend {
  readonly backend: { readonly local: { readonly path: string } };
}

interface RemoteState {
  readonly config: { readonly path: string };
}

const { manifest, stacks, synthesis } = synthesizedProduction();
const all = Object.values(stacks);
const parts = ['network', 'security', 'mirror', 'compute', 'backup', 'dr'];

const stateOf = (stack: SynthesizedStack) => (stack.document.terraform as unknown as Backend).backend.local.path;

/** What a stack reads of the states of others: the path of the state, and the name of the output. */
function readsOf(stack: SynthesizedStack): readonly { readonly state: string; readonly output: string }[] {
  const states = (stack.document.data?.terraform_remote_state ?? {}) as unknown as Readonly<
    Record<string, RemoteState>
  >;
  const reads = JSON.stringify(stack.document.resource).matchAll(
    /\$\{data\.terraform_remote_state\.([\w-]+)\.outputs\.([\w-]+)\}/g,
  );
  return [...reads].map(([, name = '', output = '']) => ({ state: states[name]?.config.path ?? 'none', output }));
}

test('TrakCare production has its six stacks, in the order in which they are deployed', () => {
  expect(synthesis.stacks.map(({ name }) => name)).toEqual(parts.map((part) => `trakcare-prod-${part}`));
});

test('nothing else is synthesized', () => {
  expect(Object.keys(manifest).sort()).toEqual(parts.map((part) => `trakcare-prod-${part}`).sort());
});

test('the synthesis reports as many resources as it has written', () => {
  for (const { name, resources } of synthesis.stacks) {
    expect(stacks[name.split('-').at(-1) ?? name]?.all).toHaveLength(resources);
  }
});

test('each stack has a state of its own', () => {
  expect(new Set(all.map(stateOf)).size).toBe(parts.length);
});

test.each([
  ['network', []],
  ['security', ['network']],
  ['mirror', ['network', 'security']],
  ['compute', ['mirror', 'network', 'security']],
  ['backup', ['mirror', 'security']],
  ['dr', ['compute', 'mirror', 'network']],
])('%s is deployed after %j', (part, dependencies) => {
  expect([...(manifest[`trakcare-prod-${part}`]?.dependencies ?? [])].sort()).toEqual(
    dependencies.map((dependency) => `trakcare-prod-${dependency}`),
  );
});

test.each(['security', 'mirror', 'compute', 'backup', 'dr'])(
  'everything that %s reads of other stacks is an output of theirs',
  (part) => {
    const reads = stacks[part] ? readsOf(stacks[part]) : [];

    expect(reads.length).toBeGreaterThan(0);
    for (const { state, output } of reads) {
      const source = all.find((stack) => stateOf(stack) === state);
      expect(Object.keys(source?.document.output ?? {})).toContain(output);
    }
  },
);

test('no stack refers to a resource of another directly', () => {
  for (const { name, document, all: resources } of all) {
    const addresses = new Set(resources.map(({ address }) => address));
    const references = [...JSON.stringify(document).matchAll(/\$\{(azurerm_\w+\.[\w-]+)\./g)].map(
      ([, address = '']) => address,
    );

    expect({ name, unknown: references.filter((address) => !addresses.has(address)) }).toEqual({ name, unknown: [] });
  }
});

test('no value is left unresolved', () => {
  for (const { document } of all) {
    expect(JSON.stringify(document)).not.toContain('TfToken');
  }
});
