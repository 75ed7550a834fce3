import { FirewallAppliance, type FirewallApplianceProps } from '@iris-azure/appliance';
import { applianceAddress, planSubnets } from '@iris-azure/network';
import {
  synthesized,
  type SynthesizedStack,
  testAdministrator,
  testDiskEncryption,
  testNetwork,
  testResourceGroup,
} from '../../../test/support';

const plan = planSubnets('10.20.0.0/21');

/** Firewalls of a vendor that does not exist, with the given differences. */
function synthesizedAppliance(props: Partial<FirewallApplianceProps> = {}): SynthesizedStack {
  return synthesized((stack) => {
    const resourceGroup = testResourceGroup(stack);
    const { id } = testNetwork(resourceGroup);
    new FirewallAppliance(stack, 'Appliance', {
      resourceGroup,
      subnets: {
        untrust: { id: `${id}/subnets/snet-appliance-untrust`, addressRange: plan.applianceUntrust },
        trust: { id: `${id}/subnets/snet-appliance-trust`, addressRange: plan.applianceTrust },
        address: applianceAddress(plan),
      },
      image: { publisher: 'vendor', offer: 'firewall', sku: 'byol', version: '1.2.3' },
      size: 'Standard_D8s_v5',
      probePort: 8443,
      highAvailability: 'availabilitySet',
      diskEncryption: testDiskEncryption,
      administrator: testAdministrator,
      ...props,
    });
  });
}

const appliance = synthesizedAppliance();

/** Interfaces behind a load balancer, by the paths of their constructs. */
function behind(stack: SynthesizedStack, balancer: string): readonly string[] {
  const pool = stack.at(`Appliance/${balancer}/Pool`).reference('id');
  const ids = stack
    .resources('azurerm_network_interface_backend_address_pool_association')
    .filter(({ values }) => values.backend_address_pool_id === pool)
    .map(({ values }) => values.network_interface_id);
  return stack
    .resources('azurerm_network_interface')
    .filter((nic) => ids.includes(nic.reference('id')))
    .map(({ path }) => path);
}

test('two firewalls stand in one availability set', () => {
  const set = appliance.only('azurerm_availability_set').reference('id');

  expect(appliance.resources('azurerm_linux_virtual_machine').map(({ values }) => values.availability_set_id)).toEqual([
    set,
    set,
  ]);
});

test('firewalls stand in different zones when that is how servers are kept apart', () => {
  const zonal = synthesizedAppliance({ highAvailability: 'zones' });

  expect(zonal.resources('azurerm_linux_virtual_machine').map(({ values }) => values.zone)).toEqual(['1', '2']);
  expect(zonal.resources('azurerm_availability_set')).toEqual([]);
});

test('a firewall has an outer and an inner interface that forward, at fixed addresses', () => {
  const interfaces = ['Untrust', 'Trust'].map((side) => appliance.at(`Appliance/Firewall1/${side}`));

  expect(interfaces.map(({ values }) => values.ip_forwarding_enabled)).toEqual([true, true]);
  expect(interfaces.map((nic) => nic.block('ip_configuration').private_ip_address)).toEqual([
    '10.20.5.204',
    '10.20.6.12',
  ]);
  expect(appliance.at('Appliance/Firewall1').values.network_interface_ids).toEqual(
    interfaces.map((nic) => nic.reference('id')),
  );
});

test('no interface of a firewall has a public address', () => {
  const configurations = appliance
    .resources('azurerm_network_interface')
    .flatMap((nic) => nic.blocks('ip_configuration'));

  expect(configurations.filter((configuration) => 'public_ip_address_id' in configuration)).toEqual([]);
});

test('an image is bought under its plan', () => {
  const named = synthesizedAppliance({
    image: { publisher: 'vendor', offer: 'firewall', sku: 'byol', version: 'latest', plan: 'bundle' },
  });

  expect(appliance.at('Appliance/Firewall0').values).toMatchObject({
    plan: { publisher: 'vendor', product: 'firewall', name: 'byol' },
    source_image_reference: { publisher: 'vendor', offer: 'firewall', sku: 'byol', version: '1.2.3' },
  });
  expect(named.at('Appliance/Firewall0').values).toMatchObject({ plan: { name: 'bundle' } });
});

test('disks of firewalls are encrypted like those of servers', () => {
  expect(appliance.at('Appliance/Firewall0').values).toMatchObject({
    encryption_at_host_enabled: true,
    os_disk: { disk_encryption_set_id: testDiskEncryption.diskEncryptionSetId, storage_account_type: 'Premium_LRS' },
  });
});

test('Trusted Launch can be left out for an image that does not know it', () => {
  const old = synthesizedAppliance({ trustedLaunch: false });

  expect(appliance.at('Appliance/Firewall0').values).toMatchObject({ secure_boot_enabled: true, vtpm_enabled: true });
  expect(old.at('Appliance/Firewall0').values).toMatchObject({ secure_boot_enabled: false, vtpm_enabled: false });
});

test('everything that the network sends to its routes’ address is handed to the inner interfaces', () => {
  expect(appliance.at('Appliance/InternalLoadBalancer').block('frontend_ip_configuration')).toMatchObject({
    private_ip_address: '10.20.6.10',
    private_ip_address_allocation: 'Static',
    zones: ['1', '2', '3'],
  });
  expect(appliance.at('Appliance/InternalLoadBalancer/Rule').values).toMatchObject({
    protocol: 'All',
    frontend_port: 0,
    backend_port: 0,
    floating_ip_enabled: false,
  });
  expect(behind(appliance, 'InternalLoadBalancer')).toEqual(['Appliance/Firewall0/Trust', 'Appliance/Firewall1/Trust']);
});

test('clients come in, and servers go out, by the public load balancer of the outer interfaces', () => {
  const balancer = appliance.at('Appliance/ExternalLoadBalancer');

  expect(balancer.block('frontend_ip_configuration')).toMatchObject({
    public_ip_address_id: appliance.at('Appliance/PublicIp').reference('id'),
  });
  expect(appliance.at('Appliance/ExternalLoadBalancer/Rule').values).toMatchObject({
    protocol: 'Tcp',
    frontend_port: 443,
    disable_outbound_snat: true,
  });
  expect(appliance.only('azurerm_lb_outbound_rule').values).toMatchObject({
    loadbalancer_id: balancer.reference('id'),
    protocol: 'All',
    allocated_outbound_ports: 8000,
  });
  expect(behind(appliance, 'ExternalLoadBalancer')).toEqual([
    'Appliance/Firewall0/Untrust',
    'Appliance/Firewall1/Untrust',
  ]);
});

test.each(['InternalLoadBalancer', 'ExternalLoadBalancer'])(
  '%s asks the port that is given every 5 seconds',
  (balancer) => {
    expect(appliance.at(`Appliance/${balancer}/Probe`).values).toMatchObject({
      protocol: 'Tcp',
      port: 8443,
      interval_in_seconds: 5,
      probe_threshold: 1,
    });
  },
);

test('a third firewall changes no address of those that stand', () => {
  const larger = synthesizedAppliance({ count: 3 });

  for (const { path, type, values } of appliance.all) {
    expect(larger.all.find((other) => other.path === path && other.type === type)?.values).toEqual(values);
  }
});

test('what a firewall reads when it starts is handed to it', () => {
  const own = synthesizedAppliance({ bootstrap: 'type=dhcp-client' });

  expect(own.at('Appliance/Firewall0').values.custom_data).toBe('${base64encode("type=dhcp-client")}');
  expect(appliance.at('Appliance/Firewall0').values).not.toHaveProperty('custom_data');
});

test.each([1, 9, 2.5])('fails on %d firewalls', (count) => {
  expect(() => synthesizedAppliance({ count })).toThrow(
    `Appliance: there must be 2 to 8 firewalls, got ${count}; set count`,
  );
});

test.each([0, 65536])('fails on a probe of port %d', (probePort) => {
  expect(() => synthesizedAppliance({ probePort })).toThrow(
    `Appliance: probe must ask a TCP port from 1 to 65535, got ${probePort}; set probePort`,
  );
});
