import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * A program that makes the same Terraform as some stacks with nothing but cdktf and the provider's bindings: every resource,
 * data source, output and variable of theirs written out, references as strings. It exports a function of the folder to
 * write to.
 *
 * @param {Record<string, object>} stacks what cdktf synthesized, by name of the stack
 */
export function bareProgram(stacks) {
  const imports = new Map();
  const use = (name, module) => {
    imports.set(name, module);
    return name;
  };
  const bodies = Object.entries(stacks).map(([name, terraform]) => stackCode(name, terraform, use));
  use('App', 'cdktf');
  use('TerraformStack', 'cdktf');
  return [
    ...[...imports].map(([name, module]) => `const { ${name} } = require('${module}');`),
    'module.exports = (outdir) => {',
    'const app = new App({ outdir });',
    ...bodies,
    'app.synth();',
    '};',
    '',
  ].join('\n');
}

function stackCode(name, { terraform, provider, variable = {}, data = {}, resource = {}, output = {} }, use) {
  const made = (constructor, id, config) => `new ${constructor}(stack, '${id}', ${code(config)});`;
  const [[backend, backendConfig]] = Object.entries(terraform.backend);
  return [
    '{',
    `const stack = new TerraformStack(app, '${name}');`,
    `new ${use(`${pascal(backend)}Backend`, 'cdktf')}(stack, ${code(camelCased(backendConfig))});`,
    made(use('AzurermProvider', `${bindings}/provider`), 'azurerm', camelCased(provider.azurerm[0])),
    ...Object.entries(variable).map(([id, config]) => made(use('TerraformVariable', 'cdktf'), id, camelCased(config))),
    ...each(data).map(([type, id, config]) => dataCode(type, id, config, use, made)),
    ...each(resource).map(([type, id, config]) => made(use(...bindingOf(type)), id, configOf(config))),
    ...Object.entries(output).map(([id, config]) => made(use('TerraformOutput', 'cdktf'), id, camelCased(config))),
    '}',
  ].join('\n');
}

const bindings = '@cdktf/provider-azurerm/lib';

function dataCode(type, id, config, use, made) {
  if (type !== 'terraform_remote_state') return made(use(...bindingOf(`data_${type}`)), id, configOf(config));
  const { backend, workspace, config: location } = config;
  const constructor = use(`DataTerraformRemoteState${pascal(backend)}`, 'cdktf');
  return made(constructor, id, { ...camelCased(location), workspace });
}

/** The class of the bindings that makes a type, and its module. */
function bindingOf(type) {
  const module = `${bindings}/${type.replace(/^azurerm_/, '').replaceAll('_', '-')}`;
  const terraformType = type.replace(/^data_/, '');
  const [name] = Object.entries(require(module)).find(([, value]) => value.tfResourceType === terraformType);
  return [name, module];
}

function configOf({ depends_on: dependsOn, ...config }) {
  return { ...camelCased(config), ...(dependsOn && { dependsOn: dependsOn.map((fqn) => ({ fqn })) }) };
}

function each(blocks) {
  return Object.entries(blocks).flatMap(([type, byId]) =>
    Object.entries(byId).map(([id, config]) => [type, id, config]),
  );
}

/** Names as the bindings have them; what cdktf notes for itself is left out. */
function camelCased(value) {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '//')
      .map(([key, item]) => [key.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase()), camelCased(item)]),
  );
}

function pascal(word) {
  return word[0].toUpperCase() + word.slice(1);
}

function code(value) {
  return JSON.stringify(value);
}
