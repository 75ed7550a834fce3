import { type Configuration, type Values } from '../../../tools/rehearsal/configuration';
import { translateForAzurerm5 } from '../../../tools/rehearsal/translations';

const link = 'azurerm_private_dns_zone_virtual_network_link';

const group = { name: 'rg', location: 'westeurope' };

/** A configuration with a link to a private zone of some name. */
function linkTo(zone: Values[string]): Configuration {
  return {
    terraform: { required_providers: {} },
    resource: {
      azurerm_resource_group: { Group: group },
      [link]: {
        Link: { name: 'vault', private_dns_zone_name: zone, resource_group_name: 'rg', tags: { owner: 'me' } },
      },
    },
  };
}

test('a link to a private zone names the zone by its id, and no group', () => {
  const { configuration } = translateForAzurerm5(linkTo('${azurerm_private_dns_zone.Zone_AB12.name}'));

  expect(configuration.resource?.[link]).toEqual({
    Link: { name: 'vault', private_dns_zone_id: '${azurerm_private_dns_zone.Zone_AB12.id}', tags: { owner: 'me' } },
  });
});

test('tells the addresses of what it translated, and of nothing else', () => {
  expect(translateForAzurerm5(linkTo('${azurerm_private_dns_zone.Zone.name}')).translated).toEqual([`${link}.Link`]);
});

test('leaves the rest of a configuration, and the configuration that it was given, as they are', () => {
  const given = linkTo('${azurerm_private_dns_zone.Zone.name}');

  const { configuration } = translateForAzurerm5(given);

  expect(configuration.terraform).toEqual({ required_providers: {} });
  expect(configuration.resource?.['azurerm_resource_group']).toEqual({ Group: group });
  expect(given).toEqual(linkTo('${azurerm_private_dns_zone.Zone.name}'));
});

test('a configuration without what differs stays the same', () => {
  const configuration = { terraform: {}, resource: { azurerm_resource_group: { Group: group } } };

  expect(translateForAzurerm5(configuration)).toEqual({ configuration, translated: [] });
  expect(translateForAzurerm5({ terraform: {} })).toEqual({ configuration: { terraform: {} }, translated: [] });
});

test.each([
  'privatelink.vaultcore.azure.net',
  '${data.terraform_remote_state.network.outputs.zone_name}',
  '${azurerm_dns_zone.Zone.name}',
  'prefix-${azurerm_private_dns_zone.Zone.name}',
  null,
])('fails when a zone is named as %j, with address, attribute and value', (zone) => {
  const translate = () => translateForAzurerm5(linkTo(zone));

  expect(translate).toThrow(`${link}.Link: private_dns_zone_name must be`);
  expect(translate).toThrow(`got ${JSON.stringify(zone)}; `);
});

test.each(['azurerm_virtual_network_gateway', 'azurerm_virtual_network_gateway_connection'])(
  '%s says bgp_enabled, where it says anything of BGP',
  (type) => {
    const translated = translateForAzurerm5({
      terraform: {},
      resource: { [type]: { Sites: { name: 'vpng', enable_bgp: true }, Circuits: { name: 'ergw' } } },
    });

    expect(translated).toEqual({
      configuration: {
        terraform: {},
        resource: { [type]: { Sites: { name: 'vpng', bgp_enabled: true }, Circuits: { name: 'ergw' } } },
      },
      translated: [`${type}.Sites`],
    });
  },
);
