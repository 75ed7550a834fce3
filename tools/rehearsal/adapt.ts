import path from 'node:path';
import { type Blocks, type Configuration, type Stack, type Values } from './configuration';
import { stackRead } from './remote-state';
import { translateForAzurerm5 } from './translations';

/** What a rehearsal needs otherwise than a deployment. */
export interface RehearsalSettings {
  /** Version of azurerm that the rehearsal runs. */
  readonly azurermVersion: string;
  /** Folder of the states, one file for each stack. */
  readonly stateFolder: string;
}

/** A stack that can be rehearsed, and the addresses of what had to be translated for the provider's version. */
export interface AdaptedStack extends Stack {
  readonly translated: readonly string[];
}

/**
 * A synthesized stack with the settings of a rehearsal, applied from outside: the provider's version and full source, states
 * in the rehearsal's folder, and the few resources translated that no one configuration can say for azurerm 4 and 5.
 */
export function adapt(stack: Stack, { azurermVersion, stateFolder }: RehearsalSettings): AdaptedStack {
  const stateFile = (name: string) => path.join(stateFolder, `${name}.tfstate`);
  const { terraform, data } = stack.configuration;
  const adapted: Configuration = {
    ...stack.configuration,
    terraform: {
      ...terraform,
      backend: { local: { path: stateFile(stack.name) } },
      required_providers: {
        ...(terraform['required_providers'] as Values),
        azurerm: { source: 'registry.terraform.io/hashicorp/azurerm', version: azurermVersion },
      },
    },
    ...(data && { data: withLocalStates(data, stateFile) }),
  };
  if (!azurermVersion.startsWith('5.')) {
    return { ...stack, configuration: adapted, translated: [] };
  }
  const { configuration, translated } = translateForAzurerm5(adapted);
  return { ...stack, configuration, translated };
}

function withLocalStates(data: Blocks, stateFile: (stack: string) => string): Blocks {
  const { terraform_remote_state: states, ...others } = data;
  return states
    ? {
        ...others,
        terraform_remote_state: Object.fromEntries(
          Object.keys(states).map((name) => [name, { backend: 'local', config: { path: stateFile(stackRead(name)) } }]),
        ),
      }
    : others;
}
