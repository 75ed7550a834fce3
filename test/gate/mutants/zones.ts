import { omit, set, within } from './changes';
import { type Mutant } from './mutant';
import { applicationGateway, loadBalancer, managedDisk, virtualMachine } from './places';

const zonal = 'healthshare-test';
const webServer = virtualMachine('compute', 'Compute/Web/Server1/Resource', zonal);

/** A mutant for each rule of the family `zones`. */
export const zones: readonly Mutant[] = [
  {
    rule: 'IRIS-ZON-001',
    when: 'a server is in no zone',
    at: webServer,
    change: omit('zone'),
  },
  {
    rule: 'IRIS-ZON-002',
    when: 'all servers of a tier are in one zone',
    at: webServer,
    change: set('zone', '1'),
    failsAt: virtualMachine('compute', 'Compute/Web/Server0/Resource', zonal),
  },
  {
    rule: 'IRIS-ZON-003',
    when: 'a disk is in another zone than its machine',
    at: managedDisk('mirror-exchange', 'Mirror/Primary/Journal/Resource', zonal),
    change: set('zone', '3'),
  },
  {
    rule: 'IRIS-ZON-004',
    when: 'the address of a mirror is in one zone',
    at: loadBalancer('mirror-exchange', 'Mirror/LoadBalancer/Resource', zonal),
    change: within('frontend_ip_configuration', set('zones', ['1'])),
  },
  {
    rule: 'IRIS-ZON-005',
    when: 'a gateway names no zones',
    at: applicationGateway('compute', 'Compute/ApplicationGateway/Resource', zonal),
    change: omit('zones'),
  },
];
