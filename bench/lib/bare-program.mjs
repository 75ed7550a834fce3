import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const bindings = '@cdktf/provider-azurerm/lib';
const acrossStacks = /^cross-stack-/;

/**
 * A program that makes the same Terraform as some stacks with nothing but cdktf and the provider's bindings: everything
 * written out, in the order in which it refers to each other. It exports a function of the folder to write to.
 *
 * @param {Record<string, object>} stacks what cdktf synthesized, by name of the stack
 */
export function bareProgram(stacks) {
  const imports = new Map([
    ['App', 'cdktf'],
    ['TerraformStack', 'cdktf'],
  ]);
  const statements = [];
  const variables = new Map();

  /** Adds a statement that makes something, once, after all that it refers to; returns the variable that holds it. */
  const make = (key, module, className, scope, id, config) => {
    const known = variables.get(key);
    if (known) return known;
    imports.set(className, module);
    const args = [scope, ...(id === undefined ? [] : [quoted(id)]), config()];
    const variable = `v${variables.size}`;
    variables.set(key, variable);
    statements.push(`const ${variable} = new ${className}(${args.join(', ')});`);
    return variable;
  };

  const stack = (name) => make(name, 'cdktf', 'TerraformStack', 'app', name, () => '{}');

  const resource = (stackName, kind, type, id) => {
    const { depends_on: dependsOn, ...config } = stacks[stackName][kind][type][id];
    const [className, module] = bindingOf(kind, type);
    return make(`${stackName} ${kind} ${type}.${id}`, module, className, stack(stackName), id, () => {
      const needed = dependsOn?.map((address) => resource(stackName, 'resource', ...address.split('.')));
      const code = codeOf(config, stackName);
      return needed ? `{ ...${code}, dependsOn: [${needed.join(', ')}] }` : code;
    });
  };

  /** What `${...}` stands for, if it is an attribute of something that is made; of another stack too. */
  const reference = (text, stackName) => {
    const remote = /^data\.terraform_remote_state\.cross-stack-reference-input-(.+)\.outputs\.(.+)$/.exec(text);
    if (remote) return reference(stacks[remote[1]].output[remote[2]].value.slice(2, -1), remote[1]);
    const [, data, type, id, attribute] = /^(data\.)?(azurerm_\w+)\.([\w-]+)\.(\w+)$/.exec(text) ?? [];
    return type && `${resource(stackName, data ? 'data' : 'resource', type, id)}.${camelCase(attribute)}`;
  };

  const textOf = (text, stackName) => {
    // Every second part is what was between "${" and "}".
    const parts = text
      .split(/\$\{([^}]*)\}/)
      .map((part, index) => (index % 2 === 1 ? (reference(part, stackName) ?? quoted(`\${${part}}`)) : quoted(part)))
      .filter((part) => part !== '""');
    return parts.length > 0 ? parts.join(' + ') : '""';
  };

  const codeOf = (value, stackName) => {
    if (typeof value === 'string') return textOf(value, stackName);
    if (Array.isArray(value)) return `[${value.map((item) => codeOf(item, stackName)).join(', ')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const members = Object.entries(value).map(([key, item]) => `${quoted(camelCase(key))}: ${codeOf(item, stackName)}`);
    return `{ ${members.join(', ')} }`;
  };

  for (const [
    name,
    { terraform, provider, variable = {}, data = {}, resource: made = {}, output = {} },
  ] of Object.entries(stacks)) {
    const makeIn = (className, module, id, config) =>
      make(`${name} ${className} ${id}`, module, className, stack(name), id, () => codeOf(config, name));
    const [[backend, location]] = Object.entries(terraform.backend);
    makeIn(`${camelCase(`_${backend}`)}Backend`, 'cdktf', undefined, location);
    makeIn('AzurermProvider', `${bindings}/provider`, 'azurerm', provider.azurerm[0]);
    for (const [id, config] of Object.entries(variable)) makeIn('TerraformVariable', 'cdktf', id, config);
    for (const [type, id] of each(data)) if (type !== 'terraform_remote_state') resource(name, 'data', type, id);
    for (const [type, id] of each(made)) resource(name, 'resource', type, id);
    for (const [id, config] of Object.entries(output)) {
      if (!acrossStacks.test(id)) makeIn('TerraformOutput', 'cdktf', id, config);
    }
  }
  return [
    ...[...imports].map(([className, module]) => `const { ${className} } = require('${module}');`),
    'module.exports = (outdir) => {',
    'const app = new App({ outdir });',
    ...statements,
    'app.synth();',
    '};',
    '',
  ].join('\n');
}

/** The class of the bindings that makes a type, and its module. */
function bindingOf(kind, type) {
  const file = type.replace(/^azurerm_/, kind === 'data' ? 'data_azurerm_' : '').replaceAll('_', '-');
  const module = `${bindings}/${file}`;
  const [className] = Object.entries(require(module)).find(([, value]) => value.tfResourceType === type);
  return [className, module];
}

function each(blocks) {
  return Object.entries(blocks).flatMap(([type, byId]) => Object.keys(byId).map((id) => [type, id]));
}

/** A name as the bindings have it. */
function camelCase(name) {
  return name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

function quoted(text) {
  return JSON.stringify(text);
}
