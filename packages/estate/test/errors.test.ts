import { join } from 'node:path';
import { EstateError, readEstate } from '@iris-azure/estate';
import { folderWith, removeFolders } from './files';

afterAll(removeFolders);

const group = { resource: { azurerm_resource_group: { main: { name: 'rg', location: 'westeurope' } } } };

function refusal(path: string): string {
  try {
    readEstate([path]);
  } catch (error) {
    expect(error).toBeInstanceOf(EstateError);
    return (error as EstateError).message;
  }
  throw new Error('nothing was refused');
}

function refusalOf(content: unknown, name = 'plan.json'): string {
  const file = join(folderWith({ [name]: content }), name);
  const message = refusal(file);
  expect(message.startsWith(`${file}: `)).toBe(true);
  return message;
}

test('fails on no path at all', () => {
  expect(() => readEstate([])).toThrow('nothing to read; pass a cdktf.out folder or a plan');
});

test('fails on a missing path, and says how to make one', () => {
  expect(refusal('/nowhere/cdktf.out')).toContain('/nowhere/cdktf.out: does not exist; pass a cdktf.out folder');
});

test('fails on an empty folder', () => {
  expect(refusal(folderWith({}))).toContain('is an empty folder');
});

test('fails on a folder without a stack, and names what is in it', () => {
  expect(refusal(folderWith({ 'notes.txt': 'hello' }))).toContain('holds no stack (found notes.txt)');
});

test('fails on a folder whose JSON is no Terraform', () => {
  expect(refusal(folderWith({ 'package.json': { name: 'x' } }))).toContain('none of its JSON files is Terraform');
});

test('fails on a manifest without stacks', () => {
  expect(refusal(folderWith({ 'manifest.json': { version: '0.21.0' } }))).toContain('is no manifest of cdktf');
});

test('fails on a stack that the manifest lists and the folder lacks', () => {
  const manifest = { stacks: { net: { synthesizedStackPath: 'stacks/net/cdk.tf.json' } } };
  expect(refusal(folderWith({ 'manifest.json': manifest }))).toMatch(
    /cdk\.tf\.json: is missing, though .* lists stack net/,
  );
});

test('fails on text that is no JSON', () => {
  expect(refusalOf('resource "azurerm_subnet" "a" {}')).toContain('is no valid JSON');
});

test('fails on a plan that was cut off, and says so', () => {
  expect(refusalOf('{"format_version": "1.2", "planned_values": {"root_mod')).toContain(
    'it was cut off, so write it again',
  );
});

test('fails on an empty file', () => {
  expect(refusalOf('\n')).toContain('is empty');
});

test('fails on a binary plan, and gives the command that converts it', () => {
  expect(refusalOf(Buffer.from('PK\u0003\u0004'))).toContain('convert it with "terraform show -json FILE');
});

test('fails on the log of a plan run', () => {
  expect(refusalOf('{"@level":"info"}\n{"@level":"info"}')).toContain('is a log of "terraform plan -json"');
});

test.each([
  [{ name: 'x', dependencies: {} }, 'is JSON, but no Terraform (its keys are "name", "dependencies")'],
  [[1, 2], 'is JSON, but no Terraform (a list of 2 items)'],
  ['"text"', 'is JSON, but no Terraform (a string)'],
  ['null', 'is JSON, but no Terraform (null)'],
  [{}, 'is JSON, but no Terraform (an empty object)'],
  [{ version: 4, serial: 1, lineage: 'x', resources: [] }, 'is a Terraform state'],
  [{ format_version: '1.0', values: {} }, 'is a state from "terraform show -json", not a plan'],
  [{ format_version: '1.0', provider_schemas: {} }, 'is a list of provider schemas'],
  [{ format_version: '1.0' }, 'neither planned_values nor resource_changes'],
  [{ format_version: '2.0', planned_values: {} }, 'is a plan of format 2.0'],
  [{ format_version: '1.0', planned_values: {}, errored: true, configuration: {} }, 'is the plan of a run that failed'],
  [{ format_version: '1.0', planned_values: {} }, 'is a plan without its configuration'],
  [
    { format_version: '1.0', resource_changes: [{ address: 'x' }], configuration: {} },
    'resource_changes[0] is not what',
  ],
])('fails on %j', (content, message) => {
  expect(refusalOf(content)).toContain(message);
});

test('fails on an estate without a single resource', () => {
  expect(refusalOf({ terraform: {}, output: {} })).toContain('no resource in 1 stack, so there is nothing to judge');
});

test('fails on a plan that deletes all it has', () => {
  const change = { address: 'azurerm_subnet.a', mode: 'managed', type: 'azurerm_subnet', name: 'a' };
  const plan = {
    format_version: '1.2',
    resource_changes: [{ ...change, change: { actions: ['delete'], after: null } }],
    configuration: {},
  };

  expect(refusalOf(plan)).toContain('no resource in 1 stack');
});

test('fails on JSON nested beyond reason', () => {
  expect(refusalOf(`{"resource":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)).toContain(
    'is nested deeper than 100 levels',
  );
});

test('fails on a count that no estate has', () => {
  const endless = { resource: { azurerm_subnet: { a: { count: 1e9 } } } };
  expect(refusalOf(endless)).toContain('azurerm_subnet.a has 1000000000 instances, at most 10000 are read');
});

test('fails on two files for one stack, and names both', () => {
  const folder = folderWith({ 'a/net.tf.json': group, 'b/net.tf.json': group });
  const paths = ['a', 'b'].map((part) => join(folder, part, 'net.tf.json'));

  expect(() => readEstate(paths)).toThrow(`${paths[1]}: is stack net, and so is ${paths[0]}`);
});

test('reads the same file once when it is given twice', () => {
  const file = join(folderWith({ 'net.tf.json': group }), 'net.tf.json');

  expect(readEstate([file, file]).stacks).toEqual(['net']);
});
