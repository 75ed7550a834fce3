import { type JsonObject } from '../../../src/arm/json';
import { addInterface, addNetwork, body, network, ref, subnet, west } from '../../estate';
import { type Client, fullId, startClient } from '../../support';

const compute = `${west}/Microsoft.Compute`;

const machine = `${compute}/virtualMachines/vm-db-0`;

const key = `ssh-ed25519 ${Buffer.concat([Buffer.from([0, 0, 0, 11]), Buffer.from('ssh-ed25519'), Buffer.alloc(36)]).toString('base64')}`;

let client: Client;
let nic: string;

beforeEach(async () => {
  client = await startClient();
  await addNetwork(client);
  nic = await addInterface(client, 'nic');
});

afterEach(async () => client.close());

interface Wanted {
  readonly properties?: JsonObject;
  readonly beside?: JsonObject;
  readonly osProfile?: JsonObject;
  readonly dataDisks?: readonly JsonObject[];
  readonly size?: string;
}

function vm({ properties, beside, osProfile, dataDisks = [], size = 'Standard_E4ds_v5' }: Wanted = {}): JsonObject {
  return body(
    {
      hardwareProfile: { vmSize: size },
      networkProfile: { networkInterfaces: [{ id: fullId(nic), properties: { primary: true } }] },
      osProfile: {
        adminUsername: 'irisadmin',
        computerName: 'db-0',
        linuxConfiguration: {
          disablePasswordAuthentication: true,
          ssh: { publicKeys: [{ keyData: key, path: '/home/irisadmin/.ssh/authorized_keys' }] },
        },
        ...osProfile,
      },
      storageProfile: {
        osDisk: { createOption: 'FromImage', managedDisk: { storageAccountType: 'Premium_LRS' } },
        dataDisks,
      },
      ...properties,
    },
    beside,
  );
}

async function addDisk(name: string, kind = 'Premium_LRS', sizeGb = 64, beside: JsonObject = {}): Promise<string> {
  const id = `${compute}/disks/${name}`;
  const properties = { creationData: { createOption: 'Empty' }, diskSizeGB: sizeGb };
  await client.make(id, body(properties, { sku: { name: kind }, ...beside }));
  return id;
}

function attached(id: string, lun: number, caching = 'None'): JsonObject {
  return { createOption: 'Attach', lun, caching, managedDisk: { id: fullId(id) } };
}

test('has an id, an OS disk of its own, and shows no secrets', async () => {
  const { properties } = await client.make(machine, vm({ osProfile: { customData: 'c2VjcmV0' } }));

  expect(properties['vmId']).toMatch(/^[0-9a-f-]{36}$/);
  const { osDisk } = properties['storageProfile'] as { osDisk: { managedDisk: { id: string } } };
  const disk = await client.send({ method: 'GET', url: `${osDisk.managedDisk.id}?api-version=2023-04-02` });
  expect(disk.body).toMatchObject({ sku: { name: 'Premium_LRS' }, properties: { diskState: 'Attached' } });
  expect(JSON.stringify(properties)).not.toContain('c2VjcmV0');
});

test('keeps its OS disk when it is written again, and leaves it when it is deleted', async () => {
  const first = await client.make(machine, vm());
  const second = await client.make(machine, vm());
  expect(second.properties['storageProfile']).toEqual(first.properties['storageProfile']);

  const { headers } = await client.delete(machine);
  await client.get(machine);
  await client.get(machine);
  expect(headers['azure-asyncoperation']).toBeDefined();
  expect((await client.get(machine)).status).toBe(404);
  expect(client.azure.store.ofType('Microsoft.Compute/disks')).toHaveLength(1);
});

test.each([
  ['a user name that Azure reserves', { adminUsername: 'admin' }, 'The Admin Username'],
  ['a host name with an underscore', { computerName: 'db_0' }, 'Linux host name'],
  ['custom data above 64 KiB', { customData: Buffer.alloc(65536).toString('base64') }, 'Custom data'],
  ['no key and no password', { linuxConfiguration: { disablePasswordAuthentication: true } }, 'Authentication using'],
  [
    'a key that is none',
    { linuxConfiguration: { ssh: { publicKeys: [{ keyData: 'ssh-rsa AAAA', path: '/' }] } } },
    'publicKeys.keyData is invalid',
  ],
])('fails for %s', async (_what, osProfile, message) => {
  const answer = await client.put(machine, vm({ osProfile }));

  expect(answer).toMatchObject({ status: 400, code: 'InvalidParameter' });
  expect(JSON.stringify(answer.body)).toContain(message);
});

test('keeps its identities when a write leaves them out', async () => {
  const identity = `${west}/Microsoft.ManagedIdentity/userAssignedIdentities/id-mirror`;
  await client.make(identity, body({}));
  const assigned = { type: 'UserAssigned', userAssignedIdentities: { [fullId(identity)]: {} } };

  const first = await client.make(machine, vm({ beside: { identity: assigned } }));
  const second = await client.make(machine, vm());

  expect(first.body['identity']).toMatchObject({ type: 'UserAssigned' });
  expect(second.body['identity']).toEqual(first.body['identity']);
});

describe('data disks', () => {
  test('are attached one by one, and then belong to the machine', async () => {
    const one = await addDisk('one');
    const two = await addDisk('two');
    await client.make(machine, vm({ dataDisks: [attached(one, 0)] }));
    await client.make(machine, vm({ dataDisks: [attached(one, 0), attached(two, 1)] }));

    expect((await client.get(two)).properties['diskState']).toBe('Attached');
    expect(await client.delete(one)).toMatchObject({ status: 409, code: 'OperationNotAllowed' });
  });

  test('fail at one LUN, and beyond the last', async () => {
    const [one, two] = [await addDisk('one'), await addDisk('two')];

    expect(await client.put(machine, vm({ dataDisks: [attached(one, 0), attached(two, 0)] }))).toMatchObject({
      code: 'InvalidParameter',
    });
    expect(await client.put(machine, vm({ dataDisks: [attached(one, 8)] }))).toMatchObject({
      code: 'InvalidParameter',
    });
  });

  test('fail when there are more than the size takes', async () => {
    const disks = await Promise.all([0, 1, 2, 3, 4].map(async (lun) => attached(await addDisk(`disk-${lun}`), lun)));

    expect(await client.put(machine, vm({ dataDisks: disks, size: 'Standard_E2ds_v5' }))).toMatchObject({
      status: 409,
      code: 'OperationNotAllowed',
    });
  });

  test('fail when another machine has them', async () => {
    const disk = await addDisk('one');
    await client.make(machine, vm({ dataDisks: [attached(disk, 0)] }));
    nic = await addInterface(client, 'nic-2');

    expect(await client.put(`${machine}-2`, vm({ dataDisks: [attached(disk, 0)] }))).toMatchObject({
      status: 409,
      code: 'ConflictingUserInput',
    });
  });

  test('fail when they are Premium and the size does not take such', async () => {
    const disk = await addDisk('one');
    const standard = { osDisk: { createOption: 'FromImage', managedDisk: { storageAccountType: 'Standard_LRS' } } };

    const answer = await client.put(
      machine,
      vm({ size: 'Standard_E4_v3', properties: { storageProfile: { ...standard, dataDisks: [attached(disk, 0)] } } }),
    );

    expect(JSON.stringify(answer.body)).toContain("'Premium_LRS' is not supported for VM size 'Standard_E4_v3'");
  });

  test.each([
    ['above 4095 GiB', 'Premium_LRS', 4096, {}],
    ['of kind PremiumV2', 'PremiumV2_LRS', 64, { zones: ['1'] }],
  ])('fail with a host cache %s', async (_what, kind, size, beside) => {
    const disk = await addDisk('one', kind, size, beside);

    expect(await client.put(machine, vm({ beside, dataDisks: [attached(disk, 0, 'ReadOnly')] }))).toMatchObject({
      status: 400,
      code: 'InvalidParameter',
    });
  });

  test('fail in another zone than the machine', async () => {
    const disk = await addDisk('one', 'Premium_LRS', 64, { zones: ['2'] });

    expect(await client.put(machine, vm({ beside: { zones: ['1'] }, dataDisks: [attached(disk, 0)] }))).toMatchObject({
      code: 'BadRequest',
    });
  });
});

describe('network interfaces', () => {
  test('fail when there is none, or it belongs to another machine', async () => {
    await client.make(machine, vm());

    expect(await client.put(`${machine}-2`, vm())).toMatchObject({ code: 'NicInUse' });
    expect(
      await client.put(`${machine}-2`, vm({ properties: { networkProfile: { networkInterfaces: [] } } })),
    ).toMatchObject({ code: 'InvalidParameter' });
    expect(await client.delete(nic)).toMatchObject({ code: 'NicInUse' });
  });
});

describe('an availability set', () => {
  const set = `${compute}/availabilitySets/avail`;
  const domains = { platformFaultDomainCount: 3, platformUpdateDomainCount: 20 };
  const aligned = { sku: { name: 'Aligned' } };

  test('shows its machines, and cannot be deleted while it has some', async () => {
    await client.make(set, body(domains, aligned));
    await client.make(machine, vm({ properties: { availabilitySet: ref(set) } }));

    expect((await client.get(set)).properties['virtualMachines']).toEqual([ref(machine)]);
    expect(await client.delete(set)).toMatchObject({ status: 409, code: 'OperationNotAllowed' });
  });

  test.each([
    { ...domains, platformFaultDomainCount: 4 },
    { ...domains, platformUpdateDomainCount: 21 },
  ])('fails with %j in a region of three fault domains', async (wrong) => {
    expect(await client.put(set, body(wrong, aligned))).toMatchObject({ status: 400, code: 'InvalidParameter' });
  });

  test('and a zone exclude each other', async () => {
    await client.make(set, body(domains, aligned));

    expect(
      await client.put(machine, vm({ beside: { zones: ['1'] }, properties: { availabilitySet: ref(set) } })),
    ).toMatchObject({ code: 'OperationNotAllowed' });
  });

  test('is joined when the machine is made, or never', async () => {
    await client.make(set, body(domains, aligned));
    await client.make(machine, vm());

    expect(await client.put(machine, vm({ properties: { availabilitySet: ref(set) } }))).toMatchObject({
      code: 'PropertyChangeNotAllowed',
    });
  });

  test('has its machines in one virtual network', async () => {
    await client.make(set, body(domains, aligned));
    await client.make(machine, vm({ properties: { availabilitySet: ref(set) } }));
    const other = `${network}-b`;
    await client.make(other, body({ addressSpace: { addressPrefixes: ['10.1.0.0/16'] } }));
    await client.make(`${other}/subnets/one`, { properties: { addressPrefix: '10.1.1.0/24' } });
    nic = await addInterface(client, 'nic-b', { subnet: ref(`${other}/subnets/one`) });

    const answer = await client.put(`${machine}-2`, vm({ properties: { availabilitySet: ref(set) } }));

    expect(JSON.stringify(answer.body)).toContain('must be in the same virtual network');
    expect(subnet).not.toBe(other);
  });
});

describe('a disk', () => {
  test.each([
    ['Premium_LRS', 32768, {}],
    ['Premium_LRS', 0, {}],
    ['PremiumV2_LRS', 64, {}],
    ['UltraSSD_LRS', 64, {}],
    ['Premium_ZRS', 64, { zones: ['1'] }],
  ])('fails: %s of %d GiB %j', async (name, diskSizeGB, beside) => {
    const properties = { creationData: { createOption: 'Empty' }, diskSizeGB };

    expect(await client.put(`${compute}/disks/one`, body(properties, { sku: { name }, ...beside }))).toMatchObject({
      status: 400,
      code: 'InvalidParameter',
    });
  });

  test('grows, and never shrinks', async () => {
    const disk = await addDisk('one', 'Premium_LRS', 64);
    const resized = (diskSizeGB: number) =>
      body({ creationData: { createOption: 'Empty' }, diskSizeGB }, { sku: { name: 'Premium_LRS' } });

    expect((await client.put(disk, resized(128))).status).toBe(200);
    await client.get(disk);
    await client.get(disk);
    expect(await client.put(disk, resized(64))).toMatchObject({ code: 'ResizeDiskError' });
  });
});

describe('an image that is bought under a plan', () => {
  const image = { publisher: 'vendor', offer: 'firewall', sku: 'byol', version: 'latest' };

  async function withPlan(plan: JsonObject) {
    const osDisk = { createOption: 'FromImage', managedDisk: { storageAccountType: 'Premium_LRS' } };
    return client.put(
      machine,
      vm({ properties: { storageProfile: { imageReference: image, osDisk } }, beside: { plan } }),
    );
  }

  test('is taken with its plan', async () => {
    expect((await withPlan({ publisher: 'vendor', product: 'firewall', name: 'byol' })).status).toBe(201);
  });

  test('fails with the plan of another', async () => {
    expect(await withPlan({ publisher: 'vendor', product: 'router', name: 'byol' })).toMatchObject({
      code: 'VMMarketplaceInvalidInput',
    });
  });
});

test.each([
  ['that ended', 'Standard_A4'],
  ['that is not offered in the region', 'Standard_M64-32ms_v2'],
])('a machine of a size %s is refused', async (_what, size) => {
  expect(await client.put(machine, vm({ size }))).toMatchObject({ status: 409, code: 'SkuNotAvailable' });
});
