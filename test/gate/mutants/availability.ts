import { omit, refer, set, within } from './changes';
import { type Mutant } from './mutant';
import {
  applicationGateway,
  availabilitySet,
  endpoint,
  loadBalancer,
  networkInterface,
  poolAssociation,
  probe,
  profile,
  rule,
  virtualMachine,
} from './places';

const primary = virtualMachine('mirror', 'Mirror/Primary/Resource');
const backup = virtualMachine('mirror', 'Mirror/Backup/Resource');
const arbiter = virtualMachine('mirror', 'Mirror/Arbiter/Resource');
const webServer = virtualMachine('compute', 'Compute/Web/Server2/Resource');
const printServer = virtualMachine('compute', 'Compute/Print/Server1/Resource');
const gateway = applicationGateway('compute', 'Compute/ApplicationGateway/Resource');
const trafficManager = profile('dr', 'DisasterRecovery/TrafficManager/Resource');

/** A mutant for each rule of the family `availability`. */
export const availability: readonly Mutant[] = [
  {
    rule: 'IRIS-AVL-001',
    when: 'a web server is in no availability set',
    at: webServer,
    change: omit('availability_set_id'),
  },
  {
    rule: 'IRIS-AVL-002',
    when: 'a print server joins the set of another tier, and leaves one machine in its own',
    at: printServer,
    change: refer('availability_set_id', availabilitySet('compute', 'Compute/Application/AvailabilitySet/Resource')),
    failsAt: availabilitySet('compute', 'Compute/Print/AvailabilitySet/Resource'),
  },
  {
    rule: 'IRIS-AVL-003',
    when: 'an availability set is not aligned',
    at: availabilitySet('compute', 'Compute/Web/AvailabilitySet/Resource'),
    change: set('managed', false),
  },
  {
    rule: 'IRIS-AVL-004',
    when: 'the arbiter stands in a zone, apart from the set of the failover members',
    at: arbiter,
    change: (body) => {
      delete body['availability_set_id'];
      body['zone'] = '1';
    },
  },
  {
    rule: 'IRIS-AVL-005',
    when: 'a mirror has no arbiter',
    at: arbiter,
    change: omit('tags'),
    failsAt: primary,
  },
  {
    rule: 'IRIS-AVL-006',
    when: 'the set of a mirror has two fault domains',
    at: availabilitySet('mirror', 'Mirror/AvailabilitySet/Resource'),
    change: set('platform_fault_domain_count', 2),
  },
  {
    rule: 'IRIS-AVL-007',
    when: 'a tier has one server',
    at: printServer,
    change: within('tags', omit('iris-tier')),
    failsAt: virtualMachine('compute', 'Compute/Print/Server0/Resource'),
  },
  {
    rule: 'IRIS-AVL-008',
    when: 'a load balancer is of SKU Basic',
    at: loadBalancer('compute', 'Compute/InternalLoadBalancer/Resource'),
    change: set('sku', 'Basic'),
  },
  {
    rule: 'IRIS-AVL-009',
    when: "the mirror's load balancer probes another page",
    at: probe('mirror', 'Mirror/LoadBalancer/Probe'),
    change: set('request_path', '/'),
  },
  {
    rule: 'IRIS-AVL-010',
    when: 'a probe is slower than it could be',
    at: probe('compute', 'Compute/InternalLoadBalancer/Probe'),
    change: set('interval_in_seconds', 15),
  },
  {
    rule: 'IRIS-AVL-011',
    when: "the mirror's load balancer leaves connections to a dead primary open",
    at: rule('mirror', 'Mirror/LoadBalancer/Rule'),
    change: omit('tcp_reset_enabled'),
  },
  {
    rule: 'IRIS-AVL-012',
    when: 'the backup is not behind the load balancer',
    at: poolAssociation('mirror', 'Mirror/LoadBalancer/BackupAssociation'),
    change: refer('network_interface_id', networkInterface('mirror', 'Mirror/Arbiter/NetworkInterface')),
    failsAt: backup,
  },
  {
    rule: 'IRIS-AVL-013',
    when: 'a client may reach another server with each connection',
    at: rule('compute', 'Compute/InternalLoadBalancer/Rule'),
    change: omit('load_distribution'),
  },
  {
    rule: 'IRIS-AVL-014',
    when: 'a web server is not behind the internal load balancer',
    at: poolAssociation('compute', 'Compute/InternalLoadBalancer/Server2Association'),
    change: set(
      'network_interface_id',
      '/subscriptions/0/resourceGroups/other/providers/Microsoft.Network/networkInterfaces/other',
    ),
    failsAt: webServer,
  },
  {
    rule: 'IRIS-AVL-015',
    when: 'a gateway may shrink to one instance',
    at: gateway,
    change: within('autoscale_configuration', set('min_capacity', 1)),
  },
  {
    rule: 'IRIS-AVL-016',
    when: 'the end point of the second region is out of service',
    at: endpoint('dr', 'DisasterRecovery/TrafficManager/DisasterRecovery'),
    change: set('enabled', false),
    failsAt: trafficManager,
  },
  {
    rule: 'IRIS-AVL-017',
    when: 'Traffic Manager spreads users over both regions',
    at: trafficManager,
    change: set('traffic_routing_method', 'Weighted'),
  },
  {
    rule: 'IRIS-AVL-018',
    when: 'the DR member stands in the region of its primary',
    at: virtualMachine('dr', 'DisasterRecovery/Mirror/Member/Resource'),
    change: set('location', 'westeurope'),
    failsAt: primary,
  },
];
