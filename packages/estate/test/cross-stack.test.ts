import { join } from 'node:path';
import { readEstate, UNKNOWN } from '@iris-azure/estate';
import { folderWith, removeFolders, resourceAt } from './files';

afterAll(removeFolders);

const network = {
  resource: { azurerm_subnet: { data: { name: 'snet-data' } } },
  output: { subnet_id: { value: '${azurerm_subnet.data.id}' }, subnet_name: { value: '${azurerm_subnet.data.name}' } },
};

/** A stack that takes the network's outputs over from a remote state. */
function consumer(name: string, backend: string, config: object) {
  const outputs = `data.terraform_remote_state.${name}.outputs`;
  return {
    data: { terraform_remote_state: { [name]: { backend, config } } },
    resource: { azurerm_lb: { a: { subnet_id: `\${${outputs}.subnet_id}`, name: `\${${outputs}["subnet_name"]}` } } },
  };
}

function linked(first: object, second: object) {
  const folder = folderWith({ 'network/cdk.tf.json': first, 'mirror/cdk.tf.json': second });
  return resourceAt(readEstate([folder]), 'mirror/azurerm_lb.a');
}

const RESOLVED = {
  values: { subnet_id: UNKNOWN, name: 'snet-data' },
  references: { subnet_id: ['network/azurerm_subnet.data'], name: ['network/azurerm_subnet.data'] },
};

test("a reference goes through cdktf's cross-stack remote state", () => {
  expect(linked(network, consumer('cross-stack-reference-input-network', 'azurerm', {}))).toMatchObject(RESOLVED);
});

test('a reference goes through a remote state with the same backend as a stack', () => {
  const config = { key: 'n.state', container_name: 'c' };
  const stack = { ...network, terraform: { backend: { azurerm: { container_name: 'c', key: 'n.state' } } } };

  expect(linked(stack, consumer('n', 'azurerm', config))).toMatchObject(RESOLVED);
});

test('a reference goes through a remote state whose file is named after a stack', () => {
  expect(linked(network, consumer('n', 'local', { path: '../terraform.network.tfstate' }))).toMatchObject(RESOLVED);
});

test('a remote state of a stack outside the estate is unknown', () => {
  expect(linked(network, consumer('n', 'local', { path: '../terraform.other.tfstate' }))).toMatchObject({
    values: { subnet_id: UNKNOWN, name: UNKNOWN },
    references: {},
  });
});

test('stacks that refer to each other in a circle are read', () => {
  const circle = (other: string) => ({
    data: { terraform_remote_state: { o: { backend: 'local', config: { path: `terraform.${other}.tfstate` } } } },
    resource: { azurerm_lb: { a: { x: '${data.terraform_remote_state.o.outputs.v}' } } },
    output: { v: { value: '${data.terraform_remote_state.o.outputs.v}' } },
  });

  expect(linked(circle('mirror'), circle('network')).values).toEqual({ x: UNKNOWN });
});

test("cdktf's manifest decides which stacks of an output folder are read", () => {
  const folder = folderWith({
    'manifest.json': { stacks: { n: { synthesizedStackPath: 'stacks/n/cdk.tf.json' } } },
    'stacks/n/cdk.tf.json': { '//': { metadata: { stackName: 'iris-dev-network' } }, ...network },
    'stacks/left-behind/cdk.tf.json': network,
  });

  expect(readEstate([folder]).stacks).toEqual(['iris-dev-network']);
});

test('a plan and a configuration are linked like two of a kind', () => {
  const plan = {
    format_version: '1.2',
    resource_changes: [
      {
        address: 'azurerm_subnet.data',
        mode: 'managed',
        type: 'azurerm_subnet',
        name: 'data',
        change: { actions: ['create'], after: { name: 'snet-data' }, after_unknown: { id: true } },
      },
    ],
    planned_values: { outputs: { subnet_name: { value: 'snet-data' } } },
    configuration: {
      root_module: {
        outputs: {
          subnet_id: { expression: { references: ['azurerm_subnet.data.id', 'azurerm_subnet.data'] } },
          subnet_name: { expression: { references: ['azurerm_subnet.data.name', 'azurerm_subnet.data'] } },
        },
      },
    },
  };
  const second = consumer('cross-stack-reference-input-network', 'local', {});
  const folder = folderWith({ 'network.plan.json': plan, 'mirror.tf.json': second });
  const estate = readEstate([join(folder, 'network.plan.json'), join(folder, 'mirror.tf.json')]);

  expect(resourceAt(estate, 'mirror/azurerm_lb.a')).toMatchObject(RESOLVED);
});
