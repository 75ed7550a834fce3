import { shapeOfBlock, type TypeDocument } from '../../../../tools/rehearsal/schemas/provider-shape';

test('attributes are required, optional or computed; what may be given and is computed otherwise is optional', () => {
  const shape = shapeOfBlock({
    attributes: {
      name: { type: 'string', required: true },
      size: { type: 'number', optional: true },
      zone: { type: 'string', optional: true, ...{ computed: true } },
      uri: { type: 'string', ...{ computed: true } },
    },
  });

  expect(Object.entries(shape).map(([name, { presence }]) => [name, presence])).toEqual([
    ['name', 'required'],
    ['size', 'optional'],
    ['zone', 'optional'],
    ['uri', 'computed'],
  ]);
});

test.each<readonly [TypeDocument, unknown]>([
  ['string', { kind: 'string' }],
  ['bool', { kind: 'bool' }],
  ['dynamic', { kind: 'any' }],
  [['set', 'string'], { kind: 'list', of: { kind: 'string' } }],
  [['map', 'number'], { kind: 'map', of: { kind: 'number' } }],
  [
    ['list', ['object', { port: 'number' }]],
    {
      kind: 'list',
      of: {
        kind: 'object',
        members: { port: { presence: 'optional', deprecated: false, type: { kind: 'number' } } },
      },
    },
  ],
])('the type %j is read', (type, expected) => {
  expect(shapeOfBlock({ attributes: { value: { type, optional: true } } })['value']?.type).toEqual(expected);
});

test.each([
  [{ nesting_mode: 'list' }, 'optional', 'many'],
  [{ nesting_mode: 'set', min_items: 1 }, 'required', 'many'],
  [{ nesting_mode: 'list', min_items: 1, max_items: 1 }, 'required', 'one'],
  [{ nesting_mode: 'single' }, 'optional', 'one'],
])('a block as %j is %s, and can be given by the limit %s', (nesting, presence, limit) => {
  const { disk } = shapeOfBlock({
    block_types: { disk: { ...nesting, block: { attributes: { lun: { type: 'number', required: true } } } } },
  });

  expect(disk).toEqual({
    presence,
    deprecated: false,
    type: {
      kind: 'block',
      limit,
      members: { lun: { presence: 'required', deprecated: false, type: { kind: 'number' } } },
    },
  });
});

test('attributes with attributes of their own are written as blocks are', () => {
  const nested_type = { nesting_mode: 'single', attributes: { name: { type: 'string', required: true } } };

  expect(shapeOfBlock({ attributes: { plan: { nested_type, optional: true } } })['plan']?.type).toEqual({
    kind: 'block',
    limit: 'one',
    members: { name: { presence: 'required', deprecated: false, type: { kind: 'string' } } },
  });
});

test('what is deprecated is told, of attributes and of blocks', () => {
  const shape = shapeOfBlock({
    attributes: {
      old: { type: 'string', optional: true, deprecated: true },
      fresh: { type: 'string', optional: true },
    },
    block_types: { past: { nesting_mode: 'list', block: { deprecated: true } } },
  });

  expect(Object.entries(shape).filter(([, { deprecated }]) => deprecated)).toMatchObject([
    ['old', {}],
    ['past', {}],
  ]);
});
