import { type Value, type Values } from '../../../../tools/rehearsal/configuration';
import { compare, deprecatedIn } from '../../../../tools/rehearsal/schemas/compare';
import { type Attribute, type AttributeType, type Shape } from '../../../../tools/rehearsal/schemas/shape';

const string = { kind: 'string' } as const;

function optional(type: AttributeType): Attribute {
  return { presence: 'optional', deprecated: false, type };
}

const shape: Shape = {
  name: { presence: 'required', deprecated: false, type: string },
  uri: { presence: 'computed', deprecated: false, type: string },
  size: optional({ kind: 'number' }),
  encrypted: optional({ kind: 'bool' }),
  zones: optional({ kind: 'list', of: string }),
  tags: optional({ kind: 'map', of: string }),
  rules: optional({
    kind: 'list',
    of: { kind: 'object', members: { port: optional({ kind: 'number' }), text: optional(string) } },
  }),
  disk: optional({
    kind: 'block',
    limit: 'one',
    members: { lun: { presence: 'required', deprecated: false, type: { kind: 'number' } } },
  }),
  probe: optional({ kind: 'block', limit: 'many', members: { path: optional(string) } }),
};

/** Findings as sentences, of values that have the required name. */
function findings(values: Values): readonly string[] {
  return compare({ name: 'one', ...values }, shape).map(({ attribute, problem }) => `${attribute} ${problem}`);
}

test.each<Values>([
  { name: '${azurerm_vault.Vault.name}' },
  { size: 4, encrypted: true, zones: ['1'], tags: { owner: 'me' } },
  { size: '${var.size}', encrypted: '${var.encrypted}', zones: '${var.zones}', tags: '${var.tags}' },
  { zones: [], probe: [], rules: [] },
  { disk: { lun: 0 } },
  { disk: [{ lun: 0 }] },
  { probe: [{ path: '/' }, { path: '/csp' }] },
  { rules: [{ port: 443, text: null }] },
  { unknown: null, uri: null, disk: null },
  { '//': {}, lifecycle: {}, depends_on: [], provider: 'azurerm.west', count: 2, for_each: {}, provisioner: [] },
])('%j is accepted', (values) => {
  expect(findings(values)).toEqual([]);
});

test.each<readonly [Values, string]>([
  [{ colour: 'red' }, 'colour does not exist'],
  [{ name: null }, 'name is required'],
  [{ uri: 'https://one' }, 'uri is computed: it cannot be given'],
  [{ name: 7 }, 'name must be a string, got 7'],
  [{ size: '4' }, 'size must be a number, got "4"'],
  [{ size: '${var.size}0' }, 'size must be a number, got "${var.size}0"'],
  [{ encrypted: 'true' }, 'encrypted must be a bool, got "true"'],
  [{ zones: '1' }, 'zones must be a list of a string, got "1"'],
  [{ zones: ['1', 2] }, 'zones[1] must be a string, got 2'],
  [{ tags: ['me'] }, 'tags must be a map of a string, got ["me"]'],
  [{ tags: { owner: true } }, 'tags.owner must be a string, got true'],
  [{ disk: {} }, 'disk[0].lun is required'],
  [{ disk: [{ lun: 0 }, { lun: 1 }] }, 'disk can be given once, got 2 times'],
  [{ disk: 'first' }, 'disk must be a block, got "first"'],
  [{ probe: ['first'] }, 'probe must be a block, got ["first"]'],
  [{ probe: [{}, { port: 80 }] }, 'probe[1].port does not exist'],
  [{ rules: [{ port: 443 }] }, 'rules[0].text must be there, if only as null'],
  [{ rules: [{ port: 443, text: null, name: 'one' }] }, 'rules[0].name does not exist'],
])('fails for %j: %s', (values, finding) => {
  expect(findings(values)).toEqual([finding]);
});

test('names that Terraform itself gives a meaning are only meant of a whole resource', () => {
  expect(findings({ probe: [{ count: 2 }] })).toEqual(['probe[0].count does not exist']);
});

test('tells deprecated attributes and blocks that are given, each once, and no others', () => {
  const old: Attribute = { presence: 'optional', deprecated: true, type: string };
  const withOld: Shape = {
    old,
    unused: old,
    empty: old,
    probe: optional({ kind: 'block', limit: 'many', members: { old, path: optional(string) } }),
  };
  const probe: Value = [{ old: 'a', path: '/' }, { old: 'b' }];

  expect(deprecatedIn({ old: 'yes', empty: null, fresh: 'yes', probe }, withOld)).toEqual(['old', 'probe.old']);
});
