import { shapeOfBinding } from '../../../../tools/rehearsal/schemas/bindings-shape';

/** A property as cdktf generates it, the documentation with it. */
function property(name: string, declaration: string, block = ''): string {
  return `/**
    ${block ? `* ${block} block\n    *` : '*'}
    * Docs at Terraform Registry: {@link https://example.org/docs/resources/vault#${name} Vault#${name}}
    */
    readonly ${declaration};`;
}

/** Bindings of a type with some properties in its config, and some getters in its class. */
function bindings(properties: readonly string[], getters: readonly string[] = []): string {
  return `import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface VaultConfig extends cdktf.TerraformMetaArguments {
    ${properties.join('\n    ')}
}
export interface VaultRule {
    ${property('ip_rules', 'ipRules?: string[]')}
    ${property('action', 'action: string')}
}
export declare class VaultRuleOutputReference extends cdktf.ComplexObject {
    get internalValue(): VaultRule | undefined;
}
export declare class Vault extends cdktf.TerraformResource {
    static readonly tfResourceType = "azurerm_vault";
    constructor(scope: Construct, id: string, config: VaultConfig);
    ${getters.join('\n    ')}
}
`;
}

const ruleMembers = {
  ip_rules: { presence: 'optional', deprecated: false, type: { kind: 'list', of: { kind: 'string' } } },
  action: { presence: 'required', deprecated: false, type: { kind: 'string' } },
};

test("attributes have Terraform's names; those with a question mark are optional", () => {
  const shape = shapeOfBinding(
    bindings([property('enable_http2', 'enableHttp2?: boolean'), property('sku_name', 'skuName: string')]),
  );

  expect(shape).toEqual({
    enable_http2: { presence: 'optional', deprecated: false, type: { kind: 'bool' } },
    sku_name: { presence: 'required', deprecated: false, type: { kind: 'string' } },
  });
});

test.each([
  ['string', { kind: 'string' }],
  ['number', { kind: 'number' }],
  ['boolean | cdktf.IResolvable', { kind: 'bool' }],
  ['string[]', { kind: 'list', of: { kind: 'string' } }],
  ['number[][] | cdktf.IResolvable', { kind: 'list', of: { kind: 'list', of: { kind: 'number' } } }],
  ['(boolean | cdktf.IResolvable)[]', { kind: 'list', of: { kind: 'bool' } }],
  ['{ [key: string]: string; }', { kind: 'map', of: { kind: 'string' } }],
  ['VaultRule[] | cdktf.IResolvable', { kind: 'list', of: { kind: 'object', members: ruleMembers } }],
  ['any', { kind: 'any' }],
])('%s is read as what Terraform takes', (type, expected) => {
  expect(shapeOfBinding(bindings([property('value', `value: ${type}`)]))['value']?.type).toEqual(expected);
});

test.each([
  ['VaultRule', 'one'],
  ['VaultRule[] | cdktf.IResolvable', 'many'],
])('a block of type %s can be given by the limit %s', (type, limit) => {
  const { rule } = shapeOfBinding(bindings([property('rule', `rule?: ${type}`, 'rule')]));

  expect(rule).toEqual({
    presence: 'optional',
    deprecated: false,
    type: { kind: 'block', limit, members: ruleMembers },
  });
});

test('what has a getter and cannot be given is computed', () => {
  const shape = shapeOfBinding(
    bindings(
      [property('name', 'name: string')],
      ['get name(): string;', 'get nameInput(): string | undefined;', 'get vaultUri(): string;'],
    ),
  );

  expect(shape['name']?.presence).toBe('required');
  expect(shape['vault_uri']?.presence).toBe('computed');
  expect(Object.keys(shape).sort()).toEqual(['name', 'vault_uri']);
});

test('fails for declarations that are no bindings', () => {
  expect(() => shapeOfBinding('export declare class Vault {}')).toThrow('must declare a class with a tfResourceType');
});
