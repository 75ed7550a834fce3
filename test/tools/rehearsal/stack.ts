import { type Configuration, type Stack, type Values } from '../../../tools/rehearsal/configuration';

/** A stack as cdktf synthesizes it, with as little in it as a test needs. */
export function stack(name: string, configuration: Partial<Configuration> = {}, dependencies: string[] = []): Stack {
  return {
    name,
    dependencies,
    configuration: {
      provider: { azurerm: [{ features: [{}] }] },
      terraform: {
        backend: { local: { path: `/elsewhere/terraform.${name}.tfstate` } },
        required_providers: { azurerm: { source: 'azurerm', version: '4.55.0' } },
      },
      ...configuration,
    },
  };
}

/** The data source by which cdktf reads another stack's state. */
export function remoteState(name: string): Readonly<Record<string, Readonly<Record<string, Values>>>> {
  return {
    terraform_remote_state: {
      [`cross-stack-reference-input-${name}`]: {
        backend: 'local',
        config: { path: `/elsewhere/terraform.${name}.tfstate` },
        workspace: '${terraform.workspace}',
      },
    },
  };
}

/** What a stack has where it uses the output of another. */
export function outputOf(name: string, output: string): string {
  return `\${data.terraform_remote_state.cross-stack-reference-input-${name}.outputs.${output}}`;
}
