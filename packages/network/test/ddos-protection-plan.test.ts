import { DdosProtectionPlan, Network } from '@iris-azure/network';
import { synthesized, testResourceGroup } from '../../../test/support';
import { synthesizedNetwork } from './test-network';

const planId =
  '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-hub/providers/Microsoft.Network/ddosProtectionPlans/ddos-tenant';

test('a network has no plan unless it is asked for', () => {
  const network = synthesizedNetwork();

  expect(network.resources('azurerm_network_ddos_protection_plan')).toEqual([]);
  expect(network.at('Network/VirtualNetwork').values).not.toHaveProperty('ddos_protection_plan');
});

test('a network is under the plan that it makes', () => {
  const network = synthesizedNetwork({ ddosProtection: 'new' });

  expect(network.at('Network/VirtualNetwork').block('ddos_protection_plan')).toEqual({
    id: network.only('azurerm_network_ddos_protection_plan').reference('id'),
    enable: true,
  });
});

test('networks share a plan, also one that is there already', () => {
  const networks = synthesized((stack) => {
    const plan = DdosProtectionPlan.fromDdosProtectionPlanId(stack, 'Plan', planId);
    for (const [part, addressSpace] of Object.entries({ one: '10.20.0.0/21', two: '10.20.8.0/21' })) {
      new Network(stack, part, {
        resourceGroup: testResourceGroup(stack, 'westeurope', part),
        addressSpace,
        access: { clients: 'Internet', administrators: [] },
        ddosProtection: plan,
      });
    }
  });

  expect(networks.resources('azurerm_network_ddos_protection_plan')).toEqual([]);
  expect(networks.resources('azurerm_virtual_network').map((network) => network.block('ddos_protection_plan'))).toEqual(
    [
      { id: planId, enable: true },
      { id: planId, enable: true },
    ],
  );
});
