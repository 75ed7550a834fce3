import { type Values } from '../../../../tools/rehearsal/configuration';
import { referencesIn } from '../../../../tools/rehearsal/schemas/references';

function referencesOf(values: Values): readonly string[] {
  const configuration = { terraform: {}, resource: { azurerm_subnet: { Web: values } } };
  return referencesIn(configuration).map(({ kind, type, address, attribute }) =>
    [kind, type, address, attribute].join(' '),
  );
}

test.each([
  ['${azurerm_subnet.Web_1.id}', 'resource azurerm_subnet azurerm_subnet.Web_1 id'],
  ['${azurerm_lb.A-B.frontend[0].name}', 'resource azurerm_lb azurerm_lb.A-B frontend'],
  ['${azurerm_lb.Many[0].id}', 'resource azurerm_lb azurerm_lb.Many id'],
  ['${data.azurerm_client_config.Me.tenant_id}', 'data azurerm_client_config data.azurerm_client_config.Me tenant_id'],
  ['https://${lower(azurerm_lb.A.name)}/', 'resource azurerm_lb azurerm_lb.A name'],
])('%s refers to an attribute', (text, reference) => {
  expect(referencesOf({ nested: [{ text }] })).toEqual([reference]);
});

test('what is referred to twice is told once', () => {
  expect(referencesOf({ one: '${azurerm_lb.A.id}', two: '${azurerm_lb.A.id}${azurerm_lb.A.name}' })).toHaveLength(2);
});

test.each([
  'azurerm_lb.A.id',
  '${var.azurerm_lb.A.id}',
  '${data.terraform_remote_state.network.outputs.output-azurerm_subnet.Web.id}',
  '${random_id.A.hex}',
])('%s refers to no attribute of azurerm', (text) => {
  expect(referencesOf({ text })).toEqual([]);
});
