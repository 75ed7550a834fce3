import { Administrator, Server, sshPublicKeyVariable } from '@iris-azure/server';
import {
  synthesized,
  testNetwork,
  testPlacement,
  testResourceGroup,
  testServerEnvironment,
} from '../../../test/support';

interface SshPublicKeyVariable {
  readonly validation: readonly [{ readonly condition: string; readonly error_message: string }];
}

const stack = synthesized((scope) => {
  const resourceGroup = testResourceGroup(scope);
  new Server(scope, 'Server', {
    ...testServerEnvironment(resourceGroup),
    administrator: new Administrator(scope, 'Administrator', { userName: 'irisadmin' }),
    name: 'print-0',
    size: 'Standard_D2s_v5',
    subnet: testNetwork(resourceGroup).subnets.application,
    placement: testPlacement,
    tags: {},
  });
});
const variable = stack.document.variable?.[sshPublicKeyVariable];
const [validation] = (variable as unknown as SshPublicKeyVariable).validation;

test('the public key is a variable under a name that never changes', () => {
  expect(Object.keys(stack.document.variable ?? {})).toEqual(['administrator_ssh_public_key']);
});

test('the variable has no default, so that a key is named with each deployment', () => {
  expect(variable).toMatchObject({ type: 'string', nullable: false });
  expect(variable).not.toHaveProperty('default');
});

test('the key of a server is that of the variable', () => {
  expect(stack.only('azurerm_linux_virtual_machine').block('admin_ssh_key')).toEqual({
    username: 'irisadmin',
    public_key: '${var.administrator_ssh_public_key}',
  });
});

describe('Terraform checks that the value is a public key in OpenSSH format:', () => {
  const pattern = new RegExp(
    /regex\("(.+)", var\.administrator_ssh_public_key\)/.exec(validation.condition)?.[1] ?? '$^',
  );

  test.each<[string, boolean]>([
    ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI user@host', true],
    ['ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ', true],
    ['', false],
    ['ssh-ed25519', false],
    ['ssh-dss AAAAB3NzaC1kc3MAAACBAP', false],
    ['-----BEGIN OPENSSH PRIVATE KEY-----', false],
  ])('%j: %s', (value, accepted) => {
    expect(pattern.test(value)).toBe(accepted);
  });

  test('the message says what to give', () => {
    expect(validation.error_message).toMatch(/RSA or Ed25519 public key in OpenSSH format/);
  });
});
