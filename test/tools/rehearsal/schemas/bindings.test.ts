import path from 'node:path';
import { readBindings } from '../../../../tools/rehearsal/schemas/bindings';
import { inTemporaryFolder } from '../../../support';
import { writeFileSync } from 'node:fs';

const bindings = readBindings(path.dirname(require.resolve('@cdktf/provider-azurerm/package.json')));

test('tells the version of azurerm that is bound', () => {
  expect(bindings.version).toBe('4.55.0');
});

test('a key vault has what cdktf bound of it', () => {
  const vault = bindings.find('resource', 'azurerm_key_vault');

  expect(vault?.['tenant_id']).toEqual({ presence: 'required', deprecated: false, type: { kind: 'string' } });
  expect(vault?.['network_acls']?.type).toMatchObject({ kind: 'block', limit: 'one' });
  expect(vault?.['contact']?.type).toMatchObject({ kind: 'block', limit: 'many' });
  expect(vault?.['vault_uri']?.presence).toBe('computed');
});

test('rules within a network security group are objects, not blocks', () => {
  const rules = bindings.find('resource', 'azurerm_network_security_group')?.['security_rule'];

  expect(rules?.type).toMatchObject({ kind: 'list', of: { kind: 'object' } });
});

test('data sources and the provider have shapes too', () => {
  expect(bindings.find('data', 'azurerm_client_config')?.['tenant_id']?.presence).toBe('computed');
  expect(bindings.find('provider', 'azurerm')?.['features']?.type).toMatchObject({ kind: 'block' });
});

test('a type that is not bound has no shape', () => {
  expect(bindings.find('resource', 'azurerm_unheard_of')).toBeUndefined();
});

test('fails for a package that does not say what it binds', () => {
  inTemporaryFolder((folder) => {
    writeFileSync(path.join(folder, 'package.json'), '{}');

    expect(() => readBindings(folder)).toThrow("must tell the provider's version");
  });
});
