import { type Configuration, mapTexts, type Stack, type Values, without } from './configuration';
import { replaceOutputs } from './remote-state';

/** A root configuration, and the modules that it calls. */
export interface OneRoot {
  readonly root: Configuration;
  /** One module for each stack, in a folder of the stack's name below `modules`. */
  readonly modules: readonly { readonly name: string; readonly configuration: Configuration }[];
}

/**
 * All stacks of an environment as modules of one root, which can be planned before anything is deployed: what a stack reads
 * from the state of another becomes a value that is handed from module to module.
 */
export function oneRoot(stacks: readonly Stack[]): OneRoot {
  const [first] = stacks;
  const variables = Object.assign({}, ...stacks.map(({ configuration }) => configuration.variable)) as Record<
    string,
    Values
  >;
  const { required_providers: requiredProviders = {} } = first?.configuration.terraform ?? {};
  return {
    root: {
      terraform: { required_providers: requiredProviders },
      ...(first?.configuration.provider && { provider: first.configuration.provider }),
      ...(Object.keys(variables).length > 0 && { variable: variables }),
      module: Object.fromEntries(stacks.map((stack) => [stack.name, callOf(stack)])),
    },
    modules: stacks.map(({ name, configuration }) => ({ name, configuration: moduleOf(configuration) })),
  };
}

/** Name of the variable through which a module gets another's output. */
function inputName(stack: string, output: string): string {
  return `${stack}-${output}`;
}

interface Input {
  readonly stack: string;
  readonly output: string;
}

function inputsOf(configuration: Configuration): readonly Input[] {
  const inputs = new Map<string, Input>();
  mapTexts(configuration, (text) =>
    replaceOutputs(text, (stack, output) => {
      inputs.set(inputName(stack, output), { stack, output });
      return '';
    }),
  );
  return [...inputs.values()];
}

function callOf({ name, configuration }: Stack): Values {
  const inputs = inputsOf(configuration).map(({ stack, output }) => [
    inputName(stack, output),
    `\${module.${stack}.${output}}`,
  ]);
  const own = Object.keys(configuration.variable ?? {}).map((variable) => [variable, `\${var.${variable}}`]);
  return { source: `./modules/${name}`, ...(Object.fromEntries([...inputs, ...own]) as Values) };
}

/** A stack as a module: without what belongs to a root, and with variables for what it read from other stacks' states. */
function moduleOf(configuration: Configuration): Configuration {
  const { data = {}, terraform, variable, output } = configuration;
  const sources = without(data, 'terraform_remote_state');
  const { required_providers: requiredProviders = {} } = terraform;
  const inputs = inputsOf(configuration).map(({ stack, output: name }) => [inputName(stack, name), {}]);
  const module: Configuration = {
    ...without(configuration, 'provider', 'data', 'variable', 'output'),
    terraform: { required_providers: requiredProviders },
    ...(Object.keys(sources).length > 0 && { data: sources }),
    ...((inputs.length > 0 || variable) && {
      variable: { ...variable, ...(Object.fromEntries(inputs) as Record<string, Values>) },
    }),
    // cdktf marks every output that crosses stacks as sensitive; handed on, that would hide what depends on it.
    ...(output && {
      output: Object.fromEntries(Object.entries(output).map(([name, { value = null }]) => [name, { value }])),
    }),
  };
  return mapTexts(module, (text) => replaceOutputs(text, (stack, name) => `var.${inputName(stack, name)}`));
}
