import { CdktfOutput } from '../../../tools/rehearsal/cdktf-output';

/** Reads lines, one a second. */
function read(text: string) {
  const output = new CdktfOutput(['prod-network', 'prod-mirror']);
  text.split('\n').forEach((line, second) => output.read(line, second * 1000));
  return output;
}

test('tells the resources that are done, by stack, while stacks take turns', () => {
  const { stackLogs } = read(
    [
      '2 Stacks deploying',
      'prod-network  Initializing the backend...',
      '              azurerm_resource_group.rg: Creating...',
      '              azurerm_resource_group.rg (ResourceGroup/Resource): Creation complete after 20s [id=/subscriptions/x]',
      '2 Stacks deploying',
      'prod-mirror  azurerm_subnet.one: Modifications complete after 1s [id=/y]',
      'prod-network  azurerm_subnet.web["a"]: Creation complete after 0s',
    ].join('\n'),
  );

  expect(stackLogs).toMatchObject([
    { name: 'prod-network', start: 2000, end: 6000, done: ['azurerm_resource_group.rg', 'azurerm_subnet.web["a"]'] },
    { name: 'prod-mirror', start: 5000, end: 5000, done: ['azurerm_subnet.one'] },
  ]);
});

test('finds the errors of a stack, each with its address and to its end', () => {
  const { errors } = read(
    [
      '1 Stack deploying',
      'prod-network  Error: creating Subnet: NetcfgInvalidSubnet: out of range',
      '',
      '                with azurerm_subnet.web (Network/Web/Resource),',
      '                on cdk.tf.json line 7',
      '',
      '              Error: second',
    ].join('\n'),
  );

  expect(errors).toHaveLength(2);
  expect(errors[0]).toMatchObject({ stack: 'prod-network', address: 'azurerm_subnet.web' });
  expect(errors[0]?.text).toContain('NetcfgInvalidSubnet');
  expect(errors[0]?.text).not.toContain('second');
  expect(errors[1]).toEqual({ stack: 'prod-network', text: 'Error: second' });
});

test('what is printed before any stack is of none', () => {
  expect(read('a warning of cdktf\n\n').stackLogs).toEqual([]);
});
