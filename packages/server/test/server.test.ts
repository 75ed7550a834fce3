import { testDiskEncryption, testIdentity, testPlacement } from '../../../test/support';
import { journal, synthesizedServer } from './test-server';

const stack = synthesizedServer();
const machine = stack.only('azurerm_linux_virtual_machine');

test('memory and temporary disks are encrypted at the host', () => {
  expect(machine.values).toMatchObject({ encryption_at_host_enabled: true });
});

test('the OS disk is a Premium disk, encrypted with the customer-managed key', () => {
  expect(machine.block('os_disk')).toMatchObject({
    storage_account_type: 'Premium_LRS',
    disk_encryption_set_id: testDiskEncryption.diskEncryptionSetId,
  });
});

test('the server starts by Trusted Launch', () => {
  expect(machine.values).toMatchObject({ secure_boot_enabled: true, vtpm_enabled: true });
});

test('the server is reached by SSH key alone', () => {
  expect(machine.values).toMatchObject({ disable_password_authentication: true });
  expect(machine.values).not.toHaveProperty('admin_password');
  expect(machine.blocks('admin_ssh_key')).toEqual([{ username: 'irisadmin', public_key: 'ssh-ed25519 AAAAC3Nza' }]);
});

test('the server joins its availability set', () => {
  expect(machine.values).toMatchObject({ availability_set_id: testPlacement.availabilitySet.id });
  expect(machine.values).not.toHaveProperty('zone');
});

test('a server in a zone is in no availability set, and its disks are in the same zone', () => {
  const zonal = synthesizedServer({ placement: { kind: 'zone', zone: '2' }, dataDisks: [journal] });

  expect(zonal.only('azurerm_linux_virtual_machine').values).toMatchObject({ zone: '2' });
  expect(zonal.only('azurerm_linux_virtual_machine').values).not.toHaveProperty('availability_set_id');
  expect(zonal.only('azurerm_managed_disk').values).toMatchObject({ zone: '2' });
});

test('a server with Standard SSD disks has one for its operating system too', () => {
  const standard = synthesizedServer({ diskType: 'StandardSSD_LRS', dataDisks: [journal] });

  expect(standard.only('azurerm_linux_virtual_machine').block('os_disk')).toMatchObject({
    storage_account_type: 'StandardSSD_LRS',
  });
  expect(standard.only('azurerm_managed_disk').values).toMatchObject({ storage_account_type: 'StandardSSD_LRS' });
});

test('the server and its interface have no public address', () => {
  expect(stack.resources('azurerm_public_ip')).toEqual([]);
  expect(stack.only('azurerm_network_interface').block('ip_configuration')).not.toHaveProperty('public_ip_address_id');
});

test('the server has one interface, accelerated, in its subnet', () => {
  const card = stack.only('azurerm_network_interface');

  expect(card.values).toMatchObject({ accelerated_networking_enabled: true });
  expect(card.block('ip_configuration').subnet_id).toMatch(/\/subnets\/snet-application$/);
  expect(machine.values).toMatchObject({ network_interface_ids: [card.reference('id')] });
});

test('a server without a fixed address takes one that Azure chooses', () => {
  expect(stack.only('azurerm_network_interface').block('ip_configuration')).toMatchObject({
    private_ip_address_allocation: 'Dynamic',
  });
});

test('a fixed address is static', () => {
  const fixed = synthesizedServer({ privateIpAddress: '10.20.2.111' });

  expect(fixed.only('azurerm_network_interface').block('ip_configuration')).toMatchObject({
    private_ip_address_allocation: 'Static',
    private_ip_address: '10.20.2.111',
  });
});

test('machine, disk and interface are named after environment, region and server', () => {
  expect(machine.values).toMatchObject({
    name: 'vm-trakcare-test-weu-print-0',
    os_disk: { name: 'osdisk-trakcare-test-weu-print-0' },
  });
  expect(stack.only('azurerm_network_interface').values).toMatchObject({ name: 'nic-trakcare-test-weu-print-0' });
});

test('the host name ends in a hyphen and a number, as a configuration merge with Member=auto asks', () => {
  expect(machine.values.computer_name).toMatch(/^[a-z0-9-]{1,64}$/);
  expect(machine.values.computer_name).toMatch(/-[0-9]+$/);
});

test('the server carries its own tags beside those of its environment', () => {
  expect(machine.values).toMatchObject({
    tags: { 'iris-role': 'print', 'iris-workload': 'trakcare', 'iris-environment': 'test', owner: 'platform' },
  });
});

test('a server without an identity acts under none', () => {
  expect(machine.blocks('identity')).toEqual([]);
});

test('a server with an identity acts under that one alone', () => {
  const withIdentity = synthesizedServer({ identity: testIdentity });

  expect(withIdentity.only('azurerm_linux_virtual_machine').block('identity')).toMatchObject({
    type: 'UserAssigned',
    identity_ids: [testIdentity.id],
  });
});

test('a new image or SSH key replaces no machine', () => {
  expect(machine.values).toMatchObject({ lifecycle: { ignore_changes: ['admin_ssh_key', 'source_image_reference'] } });
});

test("the boot log is kept in Azure's own account", () => {
  expect(machine.block('boot_diagnostics')).toEqual({});
});

test.each(['web', 'web-a', 'web0'])('fails on the name %s, whose end is no number', (name) => {
  expect(() => synthesizedServer({ name })).toThrow(
    `server name must end in a hyphen and a number, as in web-0, got '${name}'; set name`,
  );
});
