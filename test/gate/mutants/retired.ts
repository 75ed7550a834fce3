import { type Body, type Change } from '../environment-files';
import { set } from './changes';
import { type Mutant } from './mutant';
import { managedDisk, oldVirtualMachine, virtualMachine } from './places';

const webServer = virtualMachine('compute', 'Compute/Web/Server2/Resource');
const oldServer = oldVirtualMachine('compute', 'Compute/Web/OldServer');

/** Adds a server of the old type beside one that is left as it is. */
const addOldServer =
  (disk: Body): Change =>
  (_body, _address, add) => {
    add(oldServer, { storage_os_disk: disk });
  };

/** A mutant for each rule of the family `retired`. */
export const retired: readonly Mutant[] = [
  {
    rule: 'IRIS-RET-001',
    when: 'a server with an unmanaged disk joins',
    at: webServer,
    change: addOldServer({ name: 'os', vhd_uri: 'https://contoso.blob.core.windows.net/vhds/os.vhd' }),
    failsAt: oldServer,
  },
  {
    rule: 'IRIS-RET-002',
    when: 'a server of the old type joins',
    at: webServer,
    change: addOldServer({ name: 'os', managed_disk_type: 'Premium_LRS' }),
    failsAt: oldServer,
  },
  {
    rule: 'IRIS-RET-003',
    when: 'a server has a size that Azure no longer offers',
    at: webServer,
    change: set('size', 'Standard_A2'),
  },
  {
    rule: 'IRIS-RET-004',
    when: 'a server has a size of a series that is going to be retired',
    at: webServer,
    change: set('size', 'Standard_DS3_v2'),
  },
  {
    rule: 'IRIS-RET-005',
    when: 'a disk is encrypted by Azure Disk Encryption',
    at: managedDisk('mirror', 'Mirror/Primary/Journal/Resource'),
    change: set('encryption_settings', {}),
  },
];
