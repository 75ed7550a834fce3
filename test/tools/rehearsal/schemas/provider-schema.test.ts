import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readProviderSchema } from '../../../../tools/rehearsal/schemas/provider-schema';
import { temporaryFolder } from '../../temporary-folder';

/** A program in Terraform's place that notes how it is called, and then does what it is told. */
function engine(does: string) {
  const folder = temporaryFolder();
  const program = path.join(folder, 'terraform');
  const note = `echo "$TF_CLI_CONFIG_FILE $TF_CLI_ARGS $@" >> ${folder}/calls; cat main.tf.json > ${folder}/asked; pwd > ${folder}/where`;
  writeFileSync(program, `#!/bin/sh\n${note}\n${does}\n`, { mode: 0o755 });
  const noted = (file: string) => readFileSync(path.join(folder, file), 'utf8').trim();
  return { program, noted };
}

const name = { attributes: { name: { type: 'string', required: true } } };

const schemas = {
  provider_schemas: {
    'registry.terraform.io/hashicorp/azurerm': {
      provider: { block: name },
      resource_schemas: { azurerm_vault: { block: name } },
      data_source_schemas: { azurerm_client: { block: name } },
    },
  },
};

const answers = `[ "$1" = init ] || echo '${JSON.stringify(schemas)}'`;

test('asks for the wanted version of azurerm, from where the configuration of the command line says', async () => {
  process.env['TF_CLI_ARGS'] = '-of-the-user';
  const { program, noted } = engine(answers);

  const { version } = await readProviderSchema(program, { version: '5.2.0', cliConfigurationFile: '/mirror/rc' });

  expect(version).toBe('5.2.0');
  expect(JSON.parse(noted('asked'))).toMatchObject({
    terraform: {
      required_providers: { azurerm: { source: 'registry.terraform.io/hashicorp/azurerm', version: '5.2.0' } },
    },
  });
  expect(noted('calls')).toBe('/mirror/rc  init -input=false -no-color\n/mirror/rc  providers schema -json');
  expect(() => readdirSync(noted('where'))).toThrow('ENOENT');
});

test('finds shapes of resources, of data sources and of the provider', async () => {
  const { find } = await readProviderSchema(engine(answers).program, { version: '5.2.0' });

  const shape = { name: { presence: 'required', deprecated: false, type: { kind: 'string' } } };
  expect(find('resource', 'azurerm_vault')).toEqual(shape);
  expect(find('data', 'azurerm_client')).toEqual(shape);
  expect(find('provider', 'azurerm')).toEqual(shape);
  expect(find('data', 'azurerm_vault')).toBeUndefined();
});

test('fails with what the program said', async () => {
  const { program } = engine('echo "no such provider" >&2; exit 1');

  await expect(readProviderSchema(program, { version: '5.2.0' })).rejects.toThrow('no such provider');
});

test('fails when the schema is of another provider', async () => {
  const { program } = engine(`[ "$1" = init ] || echo '{ "provider_schemas": { "example.org/other": {} } }'`);

  await expect(readProviderSchema(program, { version: '5.2.0' })).rejects.toThrow('got example.org/other');
});
