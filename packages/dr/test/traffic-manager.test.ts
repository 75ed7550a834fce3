import { primaryWebEndpoint, synthesizedDisasterRecovery } from './test-disaster-recovery';

const dr = synthesizedDisasterRecovery();
const profile = dr.only('azurerm_traffic_manager_profile');

test('users are led by priority', () => {
  expect(profile.values).toMatchObject({ traffic_routing_method: 'Priority' });
});

test("the profile's DNS name is unique in all of Azure and belongs to no one region", () => {
  expect(profile.block('dns_config')).toMatchObject({ relative_name: 'traf-contoso-trakcare-test', ttl: 30 });
});

test('the mirror status page is asked for over TLS, under the host name that users type', () => {
  expect(profile.block('monitor_config')).toMatchObject({
    protocol: 'HTTPS',
    port: 443,
    path: '/csp/bin/mirror_status.cxw',
    custom_header: [{ name: 'host', value: 'trakcare.contoso.example' }],
  });
});

test("only 200 counts, which the primary's region alone answers", () => {
  expect(profile.block('monitor_config')).toMatchObject({ expected_status_code_ranges: ['200-200'] });
});

test('a region that fails is left after three probes of ten seconds', () => {
  expect(profile.block('monitor_config')).toMatchObject({
    interval_in_seconds: 10,
    timeout_in_seconds: 5,
    tolerated_number_of_failures: 2,
  });
});

test('the primary region comes first, disaster recovery second, and there is no third', () => {
  const endpoints = dr.resources('azurerm_traffic_manager_azure_endpoint');

  expect(endpoints).toHaveLength(2);
  expect(dr.at('Dr/TrafficManager/Primary').values).toMatchObject({
    profile_id: profile.reference('id'),
    target_resource_id: primaryWebEndpoint.id,
    priority: 1,
  });
  expect(dr.at('Dr/TrafficManager/DisasterRecovery').values).toMatchObject({
    profile_id: profile.reference('id'),
    target_resource_id: dr.at('Dr/Compute/GatewayPublicIp').reference('id'),
    priority: 2,
  });
});

test('the end point of the second region has a DNS label, which Traffic Manager asks for', () => {
  expect(dr.at('Dr/Compute/GatewayPublicIp').values).toMatchObject({
    domain_name_label: 'agw-contoso-trakcare-test-neu',
  });
});
