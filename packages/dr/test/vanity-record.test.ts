import { capacity, synthesizedDisasterRecovery } from './test-disaster-recovery';

const zone = { name: 'contoso.example', resourceGroupName: 'rg-contoso-dns' };

/** The second region with a public zone, for the given host name. */
const withHostName = (hostName: string) =>
  synthesizedDisasterRecovery({ dnsZone: zone, compute: { ...capacity, hostName } });

test('the host name leads to the Traffic Manager profile', () => {
  const dr = withHostName('trakcare.contoso.example');

  expect(dr.only('azurerm_dns_cname_record').values).toMatchObject({
    name: 'trakcare',
    zone_name: 'contoso.example',
    resource_group_name: 'rg-contoso-dns',
    target_resource_id: dr.only('azurerm_traffic_manager_profile').reference('id'),
  });
});

test('a host name several labels below its zone keeps them all', () => {
  const dr = withHostName('trakcare.emea.contoso.example');

  expect(dr.only('azurerm_dns_cname_record').values).toMatchObject({ name: 'trakcare.emea' });
});

test('without a zone there is no record', () => {
  expect(synthesizedDisasterRecovery().resources('azurerm_dns_cname_record')).toEqual([]);
});

test.each(['trakcare.example.org', 'contoso.example', 'trakcarecontoso.example'])(
  'fails on the host name %s, which lies outside the zone',
  (hostName) => {
    expect(() => withHostName(hostName)).toThrow(
      `trakcare-test-unit/Dr/VanityRecord: host name must lie below its DNS zone 'contoso.example', got '${hostName}'; ` +
        'set hostName or dnsZone',
    );
  },
);
