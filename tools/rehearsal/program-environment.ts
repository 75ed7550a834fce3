import { type Engine } from './engine';
import { type Provider } from './provider';

/** What the environment of Terraform and cdktf in a rehearsal is made of. */
export interface ProgramEnvironmentParts {
  /** The environment of this program. */
  readonly own: NodeJS.ProcessEnv;
  readonly engine: Engine;
  readonly provider: Provider;
  /** What leads to the stand-in. */
  readonly standIn: Readonly<Record<string, string>>;
  /** Values of Terraform's variables. */
  readonly variables: Readonly<Record<string, string>>;
}

/** What would lead to the real Azure, past the stand-in, or change what Terraform does. */
const foreign = /^(ARM_|AZURE_|TF_|TERRAFORM_|CDKTF_|npm_)|_proxy$|^SSL_CERT_/i;

/** What helps to find out why something fails: `TF_LOG` and those that begin so. */
const helpful = 'TF_LOG';

/** The environment of Terraform and cdktf in a rehearsal: no credential of the user, and no host but the stand-in. */
export function programEnvironment({
  own,
  engine,
  provider,
  standIn,
  variables,
}: ProgramEnvironmentParts): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(Object.entries(own).filter(([name]) => !foreign.test(name) || name.startsWith(helpful))),
    ...standIn,
    ...variables,
    ARM_RESOURCE_PROVIDER_REGISTRATIONS: 'none',
    TF_CLI_CONFIG_FILE: provider.cliConfigurationFile,
    TF_IN_AUTOMATION: 'true',
    TERRAFORM_BINARY_NAME: engine.program,
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: 'true',
    CHECKPOINT_DISABLE: '1',
  };
}
