import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { source } from '../provider/source';
import { type BlockDocument, shapeOfBlock } from './provider-shape';
import { type Kind, type Schema, type Shape } from './shape';

/** Which azurerm is asked. */
export interface AskedProvider {
  readonly version: string;
  /** Configuration of Terraform's command line that tells where the provider is; without, its registry. */
  readonly cliConfigurationFile?: string;
}

/** What `terraform providers schema -json` writes. */
interface SchemasDocument {
  readonly provider_schemas: Readonly<Record<string, ProviderDocument>>;
}

interface ProviderDocument {
  readonly provider: TypeDocument;
  readonly resource_schemas: Readonly<Record<string, TypeDocument>>;
  readonly data_source_schemas: Readonly<Record<string, TypeDocument>>;
}

interface TypeDocument {
  readonly block: BlockDocument;
}

/**
 * Asks azurerm itself for its schema.
 *
 * @param program - Terraform's or OpenTofu's
 * @throws Error when the program or the provider fails.
 */
export async function readProviderSchema(program: string, asked: AskedProvider): Promise<Schema> {
  const { version, cliConfigurationFile } = asked;
  const folder = await mkdtemp(path.join(tmpdir(), 'iris-azure-'));
  try {
    const configuration = { terraform: { required_providers: { azurerm: { source, version } } } };
    await writeFile(path.join(folder, 'main.tf.json'), JSON.stringify(configuration));
    const options = {
      cwd: folder,
      env: environment(cliConfigurationFile),
      maxBuffer: Infinity,
    };
    await execute(program, ['init', '-input=false', '-no-color'], options);
    const { stdout } = await execute(program, ['providers', 'schema', '-json'], options);
    return schemaIn(JSON.parse(stdout) as SchemasDocument, version);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The user's environment without what would change the program's output or where it looks. */
function environment(cliConfigurationFile: string | undefined): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('TF_'));
  return {
    ...Object.fromEntries(own),
    ...(cliConfigurationFile && { TF_CLI_CONFIG_FILE: cliConfigurationFile }),
    CHECKPOINT_DISABLE: '1',
  };
}

const execute = promisify(execFile);

function schemaIn({ provider_schemas: schemas }: SchemasDocument, version: string): Schema {
  const azurerm = schemas[source];
  if (!azurerm) {
    throw new Error(`schemas must hold that of ${source}, got ${Object.keys(schemas).join(', ') || 'none'}`);
  }
  const documents: Readonly<Record<Kind, Readonly<Record<string, TypeDocument>>>> = {
    provider: { azurerm: azurerm.provider },
    resource: azurerm.resource_schemas,
    data: azurerm.data_source_schemas,
  };
  const find = (kind: Kind, type: string): Shape | undefined => {
    const document = documents[kind][type];
    return document && shapeOfBlock(document.block);
  };
  return { version, find };
}
