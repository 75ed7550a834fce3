import { constructPaths } from '../../../tools/rehearsal/construct-paths';
import { diagnosticErrors } from '../../../tools/rehearsal/diagnostics';
import { splitAddress, stepFailed } from '../../../tools/rehearsal/provider-error';
import { stack } from './stack';

const findConstruct = constructPaths([
  stack('prod-network', {
    resource: {
      azurerm_subnet: { web: { '//': { metadata: { path: 'prod-network/network/web', uniqueId: 'web' } } } },
    },
  }),
]);

/** Output of `terraform plan -json`, whose lines are messages. */
function messages(...diagnostics: object[]) {
  return [
    'not a message',
    JSON.stringify({ '@level': 'info', type: 'version' }),
    ...diagnostics.map((diagnostic) => JSON.stringify({ type: 'diagnostic', diagnostic })),
  ].join('\n');
}

test('errors of a plan are shown in the words of the provider, each beside the path of its construct', () => {
  const errors = diagnosticErrors(
    messages(
      { severity: 'warning', summary: 'deprecated' },
      {
        severity: 'error',
        summary: 'Invalid name',
        detail: 'too long\nby far',
        address: 'module.prod-network.azurerm_subnet.web',
      },
    ),
  );

  expect(stepFailed('terraform plan', errors, '', findConstruct).message).toBe(
    [
      'terraform plan failed',
      '',
      'prod-network/network/web  azurerm_subnet.web',
      '  Error: Invalid name',
      '  too long',
      '  by far',
    ].join('\n'),
  );
});

test('an error about no resource is shown by its stack, or by itself', () => {
  const text = 'Error: no credentials';

  expect(stepFailed('init', [{ stack: 'prod-network', text }], '', findConstruct).message).toContain(
    'prod-network\n  Error',
  );
  expect(stepFailed('init', [{ text }], '', findConstruct).message).toBe('init failed\n\n  Error: no credentials');
});

test('a failure that is not understood shows what was said last', () => {
  const output = Array.from({ length: 30 }, (_line, index) => `line ${index}`).join('\n');

  const { message } = stepFailed('init', [], output, findConstruct);

  expect(message).toContain('line 29');
  expect(message).not.toContain('line 9\n');
});

test('of a failure with an error it shows what was said from there on', () => {
  const { message } = stepFailed('init', [], 'Initializing\nError: no version\n\nof azurerm', findConstruct);

  expect(message).toBe('init failed\n\nError: no version\n\nof azurerm');
});

test('an address in a module of a stack tells the stack; one with a key is that of its resource', () => {
  expect(splitAddress('module.prod-network.azurerm_subnet.web')).toEqual({
    stack: 'prod-network',
    address: 'azurerm_subnet.web',
  });
  expect(splitAddress('azurerm_subnet.web["a"]')).toEqual({ stack: undefined, address: 'azurerm_subnet.web' });
});
