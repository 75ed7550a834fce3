import { programEnvironment } from '../../../tools/rehearsal/program-environment';
import { variablesOf } from '../../../tools/rehearsal/variables';
import { stack } from './stack';

const parts = {
  engine: { name: 'OpenTofu', program: '/bin/tofu', version: '1.12.6' },
  provider: { version: '5.2.0', origin: 'go module', cliConfigurationFile: '/cache/terraformrc' },
  standIn: { HTTPS_PROXY: 'http://127.0.0.1:1', ARM_CLIENT_SECRET: 'stand-in' },
  variables: { TF_VAR_key: 'one' },
} as const;

test('programs see the stand-in and the provider that is rehearsed', () => {
  expect(programEnvironment({ own: { PATH: '/bin', TF_LOG: 'TRACE' }, ...parts })).toMatchObject({
    PATH: '/bin',
    TF_LOG: 'TRACE',
    HTTPS_PROXY: 'http://127.0.0.1:1',
    TF_CLI_CONFIG_FILE: '/cache/terraformrc',
    TERRAFORM_BINARY_NAME: '/bin/tofu',
    TF_VAR_key: 'one',
  });
});

test.each([
  'ARM_CLIENT_SECRET',
  'ARM_OIDC_TOKEN',
  'AZURE_CONFIG_DIR',
  'NO_PROXY',
  'no_proxy',
  'https_proxy',
  'SSL_CERT_DIR',
  'TF_CLI_ARGS',
  'TF_VAR_other',
  'TF_WORKSPACE',
  'CDKTF_HOME',
])('programs do not see %s of the user', (name) => {
  expect(Object.entries(programEnvironment({ own: { [name]: 'of the user' }, ...parts }))).not.toContainEqual([
    name,
    'of the user',
  ]);
});

describe('a variable without a default', () => {
  const stacks = [
    stack('prod-servers', {
      variable: { administrator_ssh_public_key: { type: 'string' }, size: { type: 'string', default: 'small' } },
    }),
  ];

  test('has the value of the rehearsal', () => {
    expect(variablesOf(stacks, {})).toEqual({
      TF_VAR_administrator_ssh_public_key: expect.stringMatching(/^ssh-ed25519 /) as string,
    });
  });

  test('that is a key of a VPN has one of the rehearsal, whatever the site', () => {
    const variable = { vpn_shared_key_weu_hospital: { type: 'string', sensitive: true } };

    expect(variablesOf([stack('prod-network', { variable })], {})).toEqual({
      TF_VAR_vpn_shared_key_weu_hospital: expect.stringMatching(/^[!-~]{32,128}$/) as string,
    });
  });

  test('has that of the user where there is one', () => {
    expect(variablesOf(stacks, { TF_VAR_administrator_ssh_public_key: 'ssh-rsa AAAA' })).toEqual({
      TF_VAR_administrator_ssh_public_key: 'ssh-rsa AAAA',
    });
  });

  test('must have one of them', () => {
    expect(() => variablesOf([stack('prod-servers', { variable: { other: {} } })], {})).toThrow(
      "variable 'other' has no value; set TF_VAR_other",
    );
  });
});
