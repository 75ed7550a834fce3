import { set, within } from './changes';
import { type Mutant } from './mutant';
import {
  capacityReservation,
  diskEncryptionSet,
  endpoint,
  managedDisk,
  peering,
  profile,
  publicIp,
  virtualMachine,
} from './places';

const member = virtualMachine('dr', 'DisasterRecovery/Mirror/Member/Resource');
const trafficManager = profile('dr', 'DisasterRecovery/TrafficManager/Resource');
const reservations = 'DisasterRecovery/CapacityReservationGroup';

/** A mutant for each rule of the family `disaster-recovery`. */
export const disasterRecovery: readonly Mutant[] = [
  {
    rule: 'IRIS-DRC-001',
    when: 'the peering back lets nothing through',
    at: peering('dr', 'DisasterRecovery/Peering/ToPrimary'),
    change: set('allow_virtual_network_access', false),
  },
  {
    rule: 'IRIS-DRC-002',
    when: 'the DR member is smaller than the primary',
    at: member,
    change: set('size', 'Standard_E32-16ds_v5'),
  },
  {
    rule: 'IRIS-DRC-003',
    when: 'the journal of the DR member is smaller',
    at: managedDisk('dr', 'DisasterRecovery/Mirror/Member/Journal/Resource'),
    change: set('disk_size_gb', 128),
    failsAt: member,
  },
  {
    rule: 'IRIS-DRC-004',
    when: 'the second region encrypts by a vault of another',
    at: diskEncryptionSet('dr', 'DisasterRecovery/Security/DiskEncryption/Resource'),
    change: set('location', 'westeurope'),
  },
  {
    rule: 'IRIS-DRC-005',
    when: 'the second region lacks a web server',
    at: virtualMachine('dr', 'DisasterRecovery/Compute/Web/Server2/Resource'),
    change: within('tags', set('iris-tier', 'print')),
    failsAt: virtualMachine('compute', 'Compute/Web/Server0/Resource'),
  },
  {
    rule: 'IRIS-DRC-006',
    when: 'a web server of the primary region is on demand',
    at: virtualMachine('compute', 'Compute/Web/Server2/Resource'),
    change: within('tags', set('iris-capacity', 'on-demand')),
  },
  {
    rule: 'IRIS-DRC-007',
    when: 'a web server has another size than its capacity',
    at: virtualMachine('dr', 'DisasterRecovery/Compute/Web/Server1/Resource', 'healthshare-test'),
    change: set('size', 'Standard_D8s_v5'),
  },
  {
    rule: 'IRIS-DRC-008',
    when: 'less capacity is reserved than there are servers',
    at: capacityReservation('dr', `${reservations}/Standard_D4as_v5-1/Resource`, 'healthshare-test'),
    change: within('sku', set('capacity', 0)),
  },
  {
    rule: 'IRIS-DRC-009',
    when: 'Traffic Manager probes every 30 seconds',
    at: trafficManager,
    change: within('monitor_config', set('interval_in_seconds', 30)),
  },
  {
    rule: 'IRIS-DRC-010',
    when: 'resolvers keep an answer for five minutes',
    at: trafficManager,
    change: within('dns_config', set('ttl', 300)),
  },
  {
    rule: 'IRIS-DRC-011',
    when: 'the end point of the second region is always served',
    at: endpoint('dr', 'DisasterRecovery/TrafficManager/DisasterRecovery'),
    change: set('always_serve_enabled', true),
  },
  {
    rule: 'IRIS-DRC-012',
    when: 'both end points are in one region',
    at: publicIp('dr', 'DisasterRecovery/Compute/GatewayPublicIp/Resource'),
    change: set('location', 'westeurope'),
    failsAt: trafficManager,
  },
  {
    rule: 'IRIS-DRC-013',
    when: 'Traffic Manager takes 503 as success',
    at: trafficManager,
    change: within('monitor_config', set('expected_status_code_ranges', ['200-503'])),
  },
];
