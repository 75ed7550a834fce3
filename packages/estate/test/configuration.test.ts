import { UNKNOWN } from '@iris-azure/estate';
import { estateOf, removeFolders, resourceAt } from './files';

afterAll(removeFolders);

const GROUP = { azurerm_resource_group: { main: { name: 'rg', location: 'westeurope', tags: { owner: 'it' } } } };

/** The values and references of `azurerm_subnet.a` with the given body, beside a resource group. */
function subnet(body: object, rest: object = {}) {
  return resourceAt(estateOf({ ...rest, resource: { ...GROUP, azurerm_subnet: { a: body } } }), 'net/azurerm_subnet.a');
}

test('an attribute that refers to a known one has its value and the reference', () => {
  const { values, references } = subnet({ resource_group_name: '${azurerm_resource_group.main.name}' });

  expect(values['resource_group_name']).toBe('rg');
  expect(references).toEqual({ resource_group_name: ['net/azurerm_resource_group.main'] });
});

test('an attribute that refers to an id is unknown and has the reference', () => {
  const { values, references } = subnet({ parent_id: '${azurerm_resource_group.main.id}' });

  expect(values['parent_id']).toEqual(UNKNOWN);
  expect(references).toEqual({ parent_id: ['net/azurerm_resource_group.main'] });
});

test('a template of known parts is known, as Terraform would join it', () => {
  expect(subnet({ name: 'snet-${azurerm_resource_group.main.name}-${2}' }).values['name']).toBe('snet-rg-2');
});

test('a function call is unknown and keeps its references', () => {
  const { values, references } = subnet({ name: '${upper(azurerm_resource_group.main.name)}' });

  expect(values['name']).toEqual(UNKNOWN);
  expect(references).toEqual({ name: ['net/azurerm_resource_group.main'] });
});

test('a map is read by an index of text', () => {
  expect(subnet({ name: '${azurerm_resource_group.main.tags["owner"]}' }).values['name']).toBe('it');
});

test('an escaped template is plain text', () => {
  expect(subnet({ name: '$${azurerm_resource_group.main.name}' })).toMatchObject({
    values: { name: '${azurerm_resource_group.main.name}' },
    references: {},
  });
});

test('a variable has its default, and is unknown without one', () => {
  const variable = { known: { default: 'a' }, open: {} };
  const { values } = subnet({ name: '${var.known}', x: '${var.open}' }, { variable });

  expect(values).toEqual({ name: 'a', x: UNKNOWN });
});

test('the default of a sensitive variable is masked', () => {
  const variable = { secret: { default: 'hunter2', sensitive: true } };

  expect(subnet({ name: '${var.secret}' }, { variable }).values['name']).toBe('(sensitive)');
});

test('a local stands for what it refers to', () => {
  const locals = { group: '${azurerm_resource_group.main.location}' };
  const { values, references } = subnet({ location: '${local.group}' }, { locals });

  expect(values['location']).toBe('westeurope');
  expect(references).toEqual({ location: ['net/azurerm_resource_group.main'] });
});

test('locals that refer to each other in a circle are unknown', () => {
  const locals = { a: '${local.b}', b: '${local.a}' };

  expect(subnet({ name: '${local.a}' }, { locals }).values['name']).toEqual(UNKNOWN);
});

test('a chain of locals that doubles at every step ends as unknown', () => {
  const locals = Object.fromEntries(
    Array.from({ length: 60 }, (_, step) => [
      `l${step}`,
      step === 0 ? 'xx' : `\${local.l${step - 1}}\${local.l${step - 1}}`,
    ]),
  );

  expect(subnet({ name: '${local.l59}' }, { locals }).values['name']).toEqual(UNKNOWN);
});

test('a data source is unknown', () => {
  expect(subnet({ tenant: '${data.azurerm_client_config.me.tenant_id}' }).values['tenant']).toEqual(UNKNOWN);
});

test('null stays null', () => {
  expect(subnet({ name: null }).values['name']).toBeNull();
});

test('an attribute left out at its source is unknown where it is referred to: the provider may fill it in', () => {
  expect(subnet({ name: '${azurerm_resource_group.main.managed_by}' }).values['name']).toEqual(UNKNOWN);
});

test('a single nested block becomes a list of one, and its index is part of the path', () => {
  const { values, references } = subnet({ delegation: { name: '${azurerm_resource_group.main.id}' } });

  expect(values['delegation']).toEqual([{ name: UNKNOWN }]);
  expect(references).toEqual({ 'delegation.0.name': ['net/azurerm_resource_group.main'] });
});

test('a map stays an object', () => {
  const app = { tags: { a: 'b' }, app_settings: { a: 'b' }, identity: { type: 'SystemAssigned' } };
  const estate = estateOf({ resource: { azurerm_app_service: { a: app } } });

  expect(resourceAt(estate, 'net/azurerm_app_service.a').values).toEqual({ ...app, identity: [app.identity] });
});

test('a list of plain values has one path, without indexes', () => {
  const ids = ['${azurerm_resource_group.main.id}', '${azurerm_resource_group.main.name}'];

  expect(subnet({ ids })).toMatchObject({
    values: { ids: [UNKNOWN, 'rg'] },
    references: { ids: ['net/azurerm_resource_group.main'] },
  });
});

test('a referrer is listed by its type and its path without indexes', () => {
  const estate = estateOf({
    resource: {
      ...GROUP,
      azurerm_network_interface: {
        a: { ip_configuration: [{ x: 1 }, { subnet_id: '${azurerm_resource_group.main.id}' }] },
      },
    },
  });

  expect(resourceAt(estate, 'net/azurerm_resource_group.main').referrers).toEqual({
    azurerm_network_interface: { 'ip_configuration.subnet_id': ['net/azurerm_network_interface.a'] },
  });
});

test('a resource with a literal count has that many instances, each with its index', () => {
  const estate = estateOf({ resource: { azurerm_subnet: { a: { count: 2, name: 's${count.index}' } } } });

  expect(resourceAt(estate, 'net/azurerm_subnet.a[0]').values).toEqual({ name: 's0' });
  expect(resourceAt(estate, 'net/azurerm_subnet.a[1]').values).toEqual({ name: 's1' });
});

test('a resource with a count of zero does not exist', () => {
  const estate = estateOf({ resource: { ...GROUP, azurerm_subnet: { a: { count: 0 } } } });

  expect(estate.resources['azurerm_subnet']).toBeUndefined();
});

test('a resource with a literal for_each has an instance by key', () => {
  const each = { for_each: { web: '10.0.0.0/24' }, name: '${each.key}', prefix: '${each.value}' };
  const estate = estateOf({ resource: { azurerm_subnet: { a: each } } });

  expect(resourceAt(estate, 'net/azurerm_subnet.a["web"]').values).toEqual({ name: 'web', prefix: '10.0.0.0/24' });
});

test('a for_each that only Terraform can compute is one instance with unknown values', () => {
  const { values, address } = subnet({ for_each: '${toset(["a"])}', name: '${each.value}' });

  expect(address).toBe('azurerm_subnet.a');
  expect(values).toEqual({ name: UNKNOWN });
});

test('an index picks the instance, and a splat all of them', () => {
  const estate = estateOf({
    resource: {
      azurerm_subnet: { a: { count: 2, name: 's${count.index}' } },
      azurerm_lb: { one: { x: '${azurerm_subnet.a[1].name}' }, all: { x: '${azurerm_subnet.a[*].name}' } },
    },
  });

  expect(resourceAt(estate, 'net/azurerm_lb.one')).toMatchObject({
    values: { x: 's1' },
    references: { x: ['net/azurerm_subnet.a[1]'] },
  });
  expect(resourceAt(estate, 'net/azurerm_lb.all')).toMatchObject({
    values: { x: ['s0', 's1'] },
    references: { x: ['net/azurerm_subnet.a[0]', 'net/azurerm_subnet.a[1]'] },
  });
});

test('each instance refers to its own partner by count.index', () => {
  const estate = estateOf({
    resource: {
      azurerm_subnet: { a: { count: 2, name: 's${count.index}' } },
      azurerm_lb: { b: { count: 2, subnet_id: '${azurerm_subnet.a[count.index].id}' } },
    },
  });

  expect(resourceAt(estate, 'net/azurerm_lb.b[1]').references).toEqual({ subnet_id: ['net/azurerm_subnet.a[1]'] });
});

test('a dynamic block over known elements is a block for each', () => {
  const dynamic = { rule: { for_each: ['a', 'b'], content: { name: '${rule.value}' } } };

  expect(subnet({ dynamic }).values).toEqual({ rule: [{ name: 'a' }, { name: 'b' }] });
});

test('a dynamic block over unknown elements is one block with unknown values', () => {
  const dynamic = { rule: { for_each: '${var.rules}', content: { access: 'Allow', name: '${rule.value}' } } };

  expect(subnet({ dynamic }).values).toEqual({ rule: [{ access: 'Allow', name: UNKNOWN }] });
});

test('meta-arguments and comments are no attributes', () => {
  const meta = { '//': { metadata: {} }, depends_on: ['x'], lifecycle: {}, provider: 'azurerm.dr', name: 'a' };

  expect(subnet(meta).values).toEqual({ name: 'a' });
});

test('blocks written as lists are read like objects', () => {
  const estate = estateOf({ resource: [{ azurerm_subnet: [{ a: [{ name: 'x' }] }] }] });

  expect(resourceAt(estate, 'net/azurerm_subnet.a').values).toEqual({ name: 'x' });
});

test('a key called __proto__ is data like any other', () => {
  const estate = estateOf(
    JSON.parse(
      '{"resource":{"azurerm_subnet":{"__proto__":{"tags":{"__proto__":"x"}}},"__proto__":{"a":{}}}}',
    ) as object,
  );
  const { values } = resourceAt(estate, 'net/azurerm_subnet.__proto__');

  expect(JSON.stringify(values)).toBe('{"tags":{"__proto__":"x"}}');
  expect(Object.keys(estate.resources)).toEqual(['__proto__', 'azurerm_subnet']);
  expect(Object.prototype).not.toHaveProperty('tags');
});

test('an empty text is null, but within a map', () => {
  const estate = estateOf({ resource: { azurerm_lb: { a: { sku: '', tags: { owner: '' } } } } });

  expect(resourceAt(estate, 'net/azurerm_lb.a').values).toEqual({ sku: null, tags: { owner: '' } });
});
