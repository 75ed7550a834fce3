import { type SynthesizedStack } from '../../test/support';
import { synthesizedProduction } from './production';

const { stacks } = synthesizedProduction();

/** The stack of one part; each test fails by its name when there is none. */
function part(name: string): SynthesizedStack {
  const stack = stacks[name];
  if (!stack) {
    throw new Error(`no stack '${name}'`);
  }
  return stack;
}

const tagged = (stack: SynthesizedStack, role: string) =>
  stack
    .resources('azurerm_linux_virtual_machine')
    .filter(({ values }) => (values.tags as Record<string, string>)['iris-role'] === role);

test('the mirror has primary, backup and arbiter in the primary region, and a DR async in the second', () => {
  expect(part('mirror').resources('azurerm_linux_virtual_machine')).toHaveLength(3);
  expect(['primary', 'backup', 'arbiter'].map((role) => tagged(part('mirror'), role).length)).toEqual([1, 1, 1]);
  expect(tagged(part('dr'), 'dr-async')).toHaveLength(1);
});

test('all members are of one mirror', () => {
  const members = [part('mirror'), part('dr')].flatMap((stack) =>
    ['primary', 'backup', 'arbiter', 'dr-async'].flatMap((role) => tagged(stack, role)),
  );

  expect(new Set(members.map(({ values }) => (values.tags as Record<string, string>)['iris-mirror']))).toEqual(
    new Set(['TRAK']),
  );
});

test('there are two print servers, in the second region too', () => {
  expect(tagged(part('compute'), 'print')).toHaveLength(2);
  expect(tagged(part('dr'), 'print')).toHaveLength(2);
});

test('the second region has all web servers, of which half run, rounded up', () => {
  const onDemand = tagged(part('dr'), 'web').map(
    ({ values }) => (values.tags as Record<string, string>)['iris-capacity'],
  );

  expect(tagged(part('compute'), 'web')).toHaveLength(3);
  expect(onDemand).toEqual([undefined, undefined, 'on-demand']);
});

test('the data subnets of both regions let in the mirror members of each other', () => {
  const rangesOf = (stack: SynthesizedStack, path: string) =>
    stack
      .at(path)
      .blocks('security_rule')
      .find(({ name }) => name === 'AllowMirrorFromMembers')?.source_address_prefixes;

  expect(rangesOf(part('network'), 'Network/Data/SecurityGroup')).toEqual(['10.20.3.0/24', '10.20.11.0/24']);
  expect(rangesOf(part('dr'), 'DisasterRecovery/Network/Data/SecurityGroup')).toEqual([
    '10.20.11.0/24',
    '10.20.3.0/24',
  ]);
});

test("Traffic Manager's first end point is the gateway of the compute stack", () => {
  const gateway = part('compute').at('Compute/GatewayPublicIp').reference('id');
  const outputs = part('compute').document.output as Readonly<Record<string, { readonly value: string }>>;
  const [output] = Object.entries(outputs).find(([, { value }]) => value === gateway) ?? [];

  expect(output).toBeDefined();
  expect(part('dr').at('DisasterRecovery/TrafficManager/Primary').values.target_resource_id).toBe(
    `\${data.terraform_remote_state.cross-stack-reference-input-trakcare-prod-compute.outputs.${output}}`,
  );
});

test('no vault is open to a public range', () => {
  for (const stack of [part('security'), part('dr')]) {
    expect(stack.only('azurerm_key_vault').values).toMatchObject({ public_network_access_enabled: false });
  }
});

test('the host name is a record of its zone', () => {
  expect(part('dr').only('azurerm_dns_cname_record').values).toMatchObject({
    name: 'trakcare',
    zone_name: 'contoso.example',
  });
});

test.each(['mirror', 'compute', 'dr'])('%s asks for the SSH key of its servers with each deployment', (name) => {
  expect(Object.keys(part(name).document.variable ?? {})).toEqual(['administrator_ssh_public_key']);
});
