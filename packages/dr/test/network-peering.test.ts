import { synthesizedDisasterRecovery } from './test-disaster-recovery';

const dr = synthesizedDisasterRecovery();
const network = dr.only('azurerm_virtual_network');
const toDisasterRecovery = dr.at('Dr/Peering/ToDisasterRecovery');
const toPrimary = dr.at('Dr/Peering/ToPrimary');

test("the primary network is peered with the second, in the primary network's resource group", () => {
  expect(toDisasterRecovery.values).toMatchObject({
    name: 'peer-trakcare-test-weu-neu',
    resource_group_name: dr.at('ResourceGroup-network').reference('name'),
    virtual_network_name: 'vnet-stand-in',
    remote_virtual_network_id: network.reference('id'),
  });
});

test("the second network is peered with the primary, in the second network's resource group", () => {
  expect(toPrimary.values).toMatchObject({
    name: 'peer-trakcare-test-neu-weu',
    resource_group_name: dr.at('ResourceGroup-dr').reference('name'),
    virtual_network_name: network.reference('name'),
    remote_virtual_network_id: expect.stringMatching(/\/virtualNetworks\/vnet-stand-in$/) as string,
  });
});

test.each([toDisasterRecovery, toPrimary])('traffic goes straight from one network to the other: $path', (peering) => {
  expect(peering.values).toMatchObject({
    allow_virtual_network_access: true,
    allow_forwarded_traffic: false,
    allow_gateway_transit: false,
    use_remote_gateways: false,
  });
});

test('there is no third peering', () => {
  expect(dr.resources('azurerm_virtual_network_peering')).toHaveLength(2);
});

test.each(['10.20.0.0/21', '10.20.0.0/20', '10.0.0.0/8'])(
  'fails when the range of the second network, %s, overlaps that of the primary',
  (addressSpace) => {
    expect(() =>
      synthesizedDisasterRecovery({ network: { addressSpace, access: { clients: 'Internet', administrators: [] } } }),
    ).toThrow(`Dr/Peering: ranges of peered networks must not overlap, got '10.20.0.0/21' and '${addressSpace}'`);
  },
);
