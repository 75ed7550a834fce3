import { synthesizedSecurity } from './test-security';

const security = synthesizedSecurity();
const paths = ['Security/DiskEncryption/Key', 'Security/DatabaseKey'];

test('disks and databases have a key each, and nothing else has one', () => {
  expect(
    security
      .resources('azurerm_key_vault_key')
      .map((key) => key.path)
      .sort(),
  ).toEqual(paths.map((path) => `${path}/Resource`).sort());
});

test.each(paths)('%s is an RSA key of 3072 bits', (path) => {
  expect(security.at(path).values).toMatchObject({ key_type: 'RSA', key_size: 3072 });
});

test('the key of disks wraps and unwraps, as services of Azure do', () => {
  expect(security.at('Security/DiskEncryption/Key').values).toMatchObject({ key_opts: ['unwrapKey', 'wrapKey'] });
});

test('the key of databases also encrypts and decrypts, as InterSystems does through az', () => {
  expect(security.at('Security/DatabaseKey').values).toMatchObject({
    key_opts: ['decrypt', 'encrypt', 'unwrapKey', 'wrapKey'],
  });
});

test.each(paths)('%s expires after two years and is rotated 90 days before', (path) => {
  expect(security.at(path).block('rotation_policy')).toMatchObject({
    expire_after: 'P2Y',
    automatic: { time_after_creation: 'P21M' },
  });
});

test('the disk encryption set follows each rotation of its key', () => {
  expect(security.only('azurerm_disk_encryption_set').values).toMatchObject({
    encryption_type: 'EncryptionAtRestWithCustomerKey',
    key_vault_key_id: security.at('Security/DiskEncryption/Key').reference('versionless_id'),
    auto_key_rotation_enabled: true,
  });
});

test('the disk encryption set acts under an identity of its own, once that has its role', () => {
  const set = security.only('azurerm_disk_encryption_set');

  expect(set.block('identity')).toMatchObject({
    type: 'UserAssigned',
    identity_ids: [security.at('Security/DiskEncryption/Identity').reference('id')],
  });
  expect(set.values.depends_on).toEqual([security.at('Security/DiskEncryption/Key/ServiceRole').address]);
});

describe('a key for one more purpose', () => {
  const withVaultKey = synthesizedSecurity({}, (region) => {
    region.addServiceKey('RecoveryVaultKey', { purpose: 'recovery-vault' });
  });

  test('is a key of its own, by the name of the purpose', () => {
    expect(withVaultKey.resources('azurerm_key_vault_key')).toHaveLength(3);
    expect(withVaultKey.at('Security/RecoveryVaultKey/Key').values).toMatchObject({
      name: 'recovery-vault-encryption',
      key_type: 'RSA',
      key_size: 3072,
    });
  });

  test('is used by an identity that may use no other', () => {
    const principal = withVaultKey.at('Security/RecoveryVaultKey/Identity').reference('principal_id');

    expect(
      withVaultKey
        .resources('azurerm_role_assignment')
        .filter(({ values }) => values.principal_id === principal)
        .map(({ values }) => [values.role_definition_name, values.scope]),
    ).toEqual([
      [
        'Key Vault Crypto Service Encryption User',
        withVaultKey.at('Security/RecoveryVaultKey/Key').reference('resource_versionless_id'),
      ],
    ]);
  });

  test('changes no address of what exists', () => {
    const addresses = withVaultKey.all.map(({ address }) => address);

    expect(addresses).toEqual(expect.arrayContaining(security.all.map(({ address }) => address)));
  });

  test.each(['disk', 'database', 'recovery-vault'])('fails for %s, which has a key', (purpose) => {
    expect(() =>
      synthesizedSecurity({}, (region) => {
        region.addServiceKey('First', { purpose: 'recovery-vault' });
        region.addServiceKey('Second', { purpose });
      }),
    ).toThrow(`each purpose has one key, got '${purpose}' again; set purpose to what 'Second' alone encrypts`);
  });
});
