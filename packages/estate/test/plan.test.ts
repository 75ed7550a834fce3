import { join } from 'node:path';
import { readEstate, UNKNOWN } from '@iris-azure/estate';
import { folderWith, removeFolders, resourceAt } from './files';

afterAll(removeFolders);

interface Change {
  readonly actions?: readonly string[];
  readonly after?: object;
  readonly unknown?: object;
  readonly sensitive?: object;
  readonly deposed?: string;
  readonly mode?: string;
}

/** A change as Terraform writes it, from an address such as `module.m["p"].azurerm_subnet.a[0]`. */
function change(address: string, { actions = ['create'], after = {}, unknown = {}, sensitive, ...rest }: Change = {}) {
  const [, module_address, type, name, index] = /^(?:(.*)\.)?(azurerm_\w+)\.(\w+?)(?:\[(.*)\])?$/.exec(address) ?? [];
  return {
    address,
    module_address,
    mode: 'managed',
    type,
    name,
    ...(index === undefined ? {} : { index: JSON.parse(index) as unknown }),
    ...rest,
    change: { actions, after, after_unknown: unknown, after_sensitive: sensitive ?? {} },
  };
}

function block(address: string, expressions: object, rest: object = {}) {
  const [type, name] = address.split('.');
  return { address, mode: 'managed', type, name, expressions, ...rest };
}

function references(...paths: string[]) {
  return { references: paths };
}

function read(resource_changes: readonly object[], root_module: object = {}) {
  const plan = { format_version: '1.2', planned_values: {}, resource_changes, configuration: { root_module } };
  return readEstate([join(folderWith({ 'net.plan.json': plan }), 'net.plan.json')]);
}

test('what is known after apply is unknown, at any depth', () => {
  const estate = read([
    change('azurerm_lb.a', {
      after: { sku: 'Standard', frontend: [{ name: 'fe' }], edge: null },
      unknown: { id: true, frontend: [{ subnet_id: true }] },
    }),
  ]);

  expect(resourceAt(estate, 'net/azurerm_lb.a').values).toEqual({
    sku: 'Standard',
    frontend: [{ name: 'fe', subnet_id: UNKNOWN }],
    edge: null,
    id: UNKNOWN,
  });
});

test('within a block that is sensitive as a whole, what is unknown or left out stays so', () => {
  const after = { ssl_certificate: [{ name: 'web', data: '', password: 'secret' }] };
  const unknown = { ssl_certificate: [{ key_vault_secret_id: true }] };
  const sensitive = { ssl_certificate: true };
  const estate = read([change('azurerm_application_gateway.a', { after, unknown, sensitive })]);

  expect(resourceAt(estate, 'net/azurerm_application_gateway.a').values).toEqual({
    ssl_certificate: [{ name: '(sensitive)', data: null, password: '(sensitive)', key_vault_secret_id: UNKNOWN }],
  });
});

test('an empty text is null, but within a map', () => {
  const after = { host_name: '', tags: { owner: '' } };
  const estate = read([change('azurerm_application_gateway.a', { after })]);

  expect(resourceAt(estate, 'net/azurerm_application_gateway.a').values).toEqual({
    host_name: null,
    tags: { owner: '' },
  });
});

test('a sensitive text keeps its presence only, and a sensitive switch is unknown', () => {
  const after = { admin_password: 'hunter2', custom_data: null, secret: [{ value: 'x', on: true }] };
  const sensitive = { admin_password: true, custom_data: true, secret: [true] };
  const estate = read([change('azurerm_lb.a', { after, sensitive })]);

  expect(resourceAt(estate, 'net/azurerm_lb.a').values).toEqual({
    admin_password: '(sensitive)',
    custom_data: null,
    secret: [{ value: '(sensitive)', on: UNKNOWN }],
  });
});

test('a block that a plan shows as an object becomes a list, a map stays an object', () => {
  const estate = read([change('azurerm_lb.a', { after: { timeouts: { create: '1h' }, tags: { a: 'b' } } })]);

  expect(resourceAt(estate, 'net/azurerm_lb.a').values).toEqual({ timeouts: [{ create: '1h' }], tags: { a: 'b' } });
});

test.each([
  ['deleted', { actions: ['delete'] }, false],
  ['forgotten', { actions: ['forget'] }, false],
  ['replaced', { actions: ['delete', 'create'] }, true],
  ['unchanged', { actions: ['no-op'] }, true],
  ['deposed', { actions: ['create'], deposed: 'abc' }, false],
  ['a data source', { actions: ['read'], mode: 'data' }, false],
])('a resource that is %s: %j', (_, how, exists) => {
  const estate = read([change('azurerm_lb.other'), change('azurerm_subnet.a', how)]);

  expect(estate.resources['azurerm_subnet'] !== undefined).toBe(exists);
});

test('a nested block refers by a path with its index', () => {
  const estate = read([change('azurerm_subnet.s'), change('azurerm_lb.a')], {
    resources: [
      block('azurerm_lb.a', { frontend: [{ subnet_id: references('azurerm_subnet.s.id', 'azurerm_subnet.s') }] }),
    ],
  });

  expect(resourceAt(estate, 'net/azurerm_lb.a').references).toEqual({
    'frontend.0.subnet_id': ['net/azurerm_subnet.s'],
  });
});

test('the shorter forms after a reference do not widen it to every instance', () => {
  const estate = read([change('azurerm_subnet.s[0]'), change('azurerm_subnet.s[1]'), change('azurerm_lb.a')], {
    resources: [
      block('azurerm_lb.a', { x: references('azurerm_subnet.s[0].id', 'azurerm_subnet.s[0]', 'azurerm_subnet.s') }),
    ],
  });

  expect(resourceAt(estate, 'net/azurerm_lb.a').references).toEqual({ x: ['net/azurerm_subnet.s[0]'] });
});

test('a reference without a literal index means every instance', () => {
  const estate = read([change('azurerm_subnet.s["a"]'), change('azurerm_subnet.s["b"]'), change('azurerm_lb.a["a"]')], {
    resources: [block('azurerm_lb.a', { x: references('azurerm_subnet.s', 'each.key') })],
  });

  expect(resourceAt(estate, 'net/azurerm_lb.a["a"]').references).toEqual({
    x: ['net/azurerm_subnet.s["a"]', 'net/azurerm_subnet.s["b"]'],
  });
});

test("the JSON syntax keeps its templates, so that count.index means the instance's own partner", () => {
  const x = { constant_value: '${azurerm_subnet.s[count.index].id}', ...references('azurerm_subnet.s', 'count.index') };
  const estate = read([change('azurerm_subnet.s[0]'), change('azurerm_subnet.s[1]'), change('azurerm_lb.a[1]')], {
    resources: [block('azurerm_lb.a', { x })],
  });

  expect(resourceAt(estate, 'net/azurerm_lb.a[1]').references).toEqual({ x: ['net/azurerm_subnet.s[1]'] });
});

test('each.value with for_each over a resource is the instance of the same key', () => {
  const estate = read([change('azurerm_subnet.s["a"]'), change('azurerm_subnet.s["b"]'), change('azurerm_lb.a["b"]')], {
    resources: [
      block(
        'azurerm_lb.a',
        { x: references('each.value.id', 'each.value') },
        { for_each_expression: references('azurerm_subnet.s') },
      ),
    ],
  });

  expect(resourceAt(estate, 'net/azurerm_lb.a["b"]').references).toEqual({ x: ['net/azurerm_subnet.s["b"]'] });
});

describe('modules', () => {
  const network = {
    resources: [block('azurerm_subnet.s', {})],
    outputs: { subnet_id: { expression: references('azurerm_subnet.s.id', 'azurerm_subnet.s') } },
  };
  const server = {
    resources: [block('azurerm_lb.a', { subnet_id: references('var.subnet_id') })],
    variables: { subnet_id: {} },
  };
  const changes = [
    change('module.net["p"].azurerm_subnet.s'),
    change('module.net["q"].azurerm_subnet.s'),
    change('module.web[0].azurerm_lb.a'),
    change('module.web[1].azurerm_lb.a'),
  ];

  function referencesWith(...paths: string[]) {
    const estate = read(changes, {
      module_calls: {
        net: { module: network },
        web: { module: server, expressions: { subnet_id: references(...paths) } },
      },
    });
    return resourceAt(estate, 'net/module.web[0].azurerm_lb.a').references;
  }

  test('a reference goes through the output of one module instance into the input of another', () => {
    expect(referencesWith('module.net["q"].subnet_id', 'module.net["q"]')).toEqual({
      subnet_id: ['net/module.net["q"].azurerm_subnet.s'],
    });
  });

  test('a reference to a module without a literal key means every instance', () => {
    expect(referencesWith('module.net', 'each.key')).toEqual({
      subnet_id: ['net/module.net["p"].azurerm_subnet.s', 'net/module.net["q"].azurerm_subnet.s'],
    });
  });

  test('a reference within a module stays in its own instance', () => {
    const inner = { resources: [block('azurerm_lb.a', { x: references('azurerm_subnet.s.id', 'azurerm_subnet.s') })] };
    const estate = read(
      [
        change('module.m["p"].module.inner[0].azurerm_subnet.s'),
        change('module.m["q"].module.inner[0].azurerm_subnet.s'),
        change('module.m["q"].module.inner[0].azurerm_lb.a'),
      ],
      { module_calls: { m: { module: { module_calls: { inner: { module: inner } } } } } },
    );

    expect(resourceAt(estate, 'net/module.m["q"].module.inner[0].azurerm_lb.a').references).toEqual({
      x: ['net/module.m["q"].module.inner[0].azurerm_subnet.s'],
    });
  });
});

describe('known ids', () => {
  const id = '/subscriptions/1/subnets/s';
  const existing = { actions: ['no-op'] };

  test('an id that the plan knows is a reference, whatever its case', () => {
    const estate = read([
      change('azurerm_subnet.s', { ...existing, after: { id } }),
      change('azurerm_lb.a', { after: { frontend: [{ subnet_id: id.toUpperCase() }] } }),
    ]);

    expect(resourceAt(estate, 'net/azurerm_lb.a').references).toEqual({
      'frontend.0.subnet_id': ['net/azurerm_subnet.s'],
    });
  });

  test('a known id narrows a reference to every instance down to one', () => {
    const estate = read(
      [
        change('azurerm_subnet.s[0]', { ...existing, after: { id } }),
        change('azurerm_subnet.s[1]', { ...existing, after: { id: `${id}2` } }),
        change('azurerm_lb.a', { after: { x: id } }),
      ],
      { resources: [block('azurerm_lb.a', { x: references('azurerm_subnet.s', 'count.index') })] },
    );

    expect(resourceAt(estate, 'net/azurerm_lb.a').references).toEqual({ x: ['net/azurerm_subnet.s[0]'] });
  });

  test('an association that has the id of its subject is not taken for it', () => {
    const type = 'azurerm_subnet_nat_gateway_association';
    const estate = read([
      change('azurerm_subnet.s', { ...existing, after: { id } }),
      change(`${type}.n`, { ...existing, after: { id, subnet_id: id } }),
      change('azurerm_lb.a', { after: { x: id } }),
    ]);

    expect(resourceAt(estate, 'net/azurerm_lb.a').references).toEqual({ x: ['net/azurerm_subnet.s'] });
  });

  test('a known id of another plan is a reference across stacks', () => {
    const plan = (resource: object) => ({ format_version: '1.2', resource_changes: [resource], configuration: {} });
    const folder = folderWith({
      'net.plan.json': plan(change('azurerm_subnet.s', { ...existing, after: { id } })),
      'web.plan.json': plan(change('azurerm_lb.a', { after: { x: id } })),
    });

    expect(resourceAt(readEstate([folder]), 'web/azurerm_lb.a').references).toEqual({ x: ['net/azurerm_subnet.s'] });
  });
});

test('a plan that Windows PowerShell wrote in UTF-16 is read', () => {
  const plan = { format_version: '1.2', resource_changes: [change('azurerm_lb.a')], configuration: {} };
  const folder = folderWith({ 'net.plan.json': Buffer.from(`\uFEFF${JSON.stringify(plan)}`, 'utf16le') });

  expect(readEstate([folder]).stacks).toEqual(['net']);
});

test('a plan called plan.json is named after its folder', () => {
  const plan = { format_version: '1.2', resource_changes: [change('azurerm_lb.a')], configuration: {} };

  expect(readEstate([folderWith({ 'iris-dev-network/plan.json': plan })]).stacks).toEqual(['iris-dev-network']);
});
