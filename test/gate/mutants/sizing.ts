import { set, within } from './changes';
import { type Mutant } from './mutant';
import { diskAttachment, managedDisk, virtualMachine } from './places';

const primary = virtualMachine('mirror', 'Mirror/Primary/Resource', 'iris-prod');
const webServer = virtualMachine('compute', 'Compute/Web/Server0/Resource', 'iris-dev');
const arbiter = virtualMachine('mirror', 'Mirror/Arbiter/Resource');

/** A mutant for each rule of the family `sizing`. */
export const sizing: readonly Mutant[] = [
  {
    rule: 'IRIS-SIZ-001',
    when: 'a web server has a data disk more than its size takes',
    at: webServer,
    change: (_body, address, add) => {
      for (const lun of [0, 1, 2, 3, 4]) {
        add(diskAttachment('compute', `Compute/Web/Disk${lun}`, 'iris-dev'), {
          virtual_machine_id: `\${${address(webServer)}.id}`,
          managed_disk_id: `/subscriptions/0/resourceGroups/other/providers/Microsoft.Compute/disks/other${lun}`,
          lun,
          caching: 'None',
        });
      }
    },
  },
  {
    rule: 'IRIS-SIZ-002',
    when: 'a primary has fewer vCPUs than its workload asks for',
    at: primary,
    change: within('tags', set('iris-workload-vcpus', '48')),
  },
  {
    rule: 'IRIS-SIZ-003',
    when: 'a database disk is smaller than its part of the workload',
    at: managedDisk('mirror', 'Mirror/Primary/Database0/Resource', 'iris-prod'),
    change: set('disk_size_gb', 512),
    failsAt: primary,
  },
  {
    rule: 'IRIS-SIZ-004',
    when: 'a database disk does more than its machine passes on',
    at: managedDisk('mirror-exchange', 'Mirror/Primary/Database0/Resource', 'healthshare-test'),
    change: set('disk_mbps_read_write', 250),
    failsAt: virtualMachine('mirror-exchange', 'Mirror/Primary/Resource', 'healthshare-test'),
  },
  {
    rule: 'IRIS-SIZ-005',
    when: 'a firewall has a size that its region does not offer',
    at: virtualMachine('dr', 'DisasterRecovery/FirewallAppliance/Firewall0/Resource', 'healthshare-prod'),
    change: set('size', 'Standard_M64-32ms_v2'),
  },
  {
    rule: 'IRIS-SIZ-006',
    when: 'a web server of the second region has half the vCPUs',
    at: virtualMachine('dr', 'DisasterRecovery/Compute/Web/Server1/Resource'),
    change: set('size', 'Standard_D2s_v5'),
  },
  {
    rule: 'IRIS-SIZ-007',
    when: 'an arbiter has a size without Trusted Launch',
    at: arbiter,
    change: set('size', 'Standard_M12s_v3'),
  },
];
