import { type JsonObject } from '../../../src/arm/json';
import { type Client, fullId, startClient } from '../../support';
import {
  addMachine,
  addRecoveryVault,
  item,
  itemBody,
  itemOf,
  machine,
  policy,
  policyBody,
  recoveryVault,
  vaultBody,
} from './recovery-services';

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await addRecoveryVault(client);
  await client.make(policy, policyBody());
  await addMachine(client);
});

afterEach(async () => client.close());

test('waits for its first backup', async () => {
  await client.make(item, itemBody());

  expect((await client.get(item)).properties).toMatchObject({
    protectionState: 'IRPending',
    isScheduledForDeferredDelete: false,
    sourceResourceId: fullId(machine),
  });
});

test('takes disks by LUN', async () => {
  const extendedProperties = { diskExclusionProperties: { diskLunList: [2], isInclusionList: false } };

  expect((await client.put(item, itemBody({ extendedProperties }))).status).toBe(200);
});

test.each<[string, string, JsonObject]>([
  ['the name of another machine', itemOf('west', 'vm-db-1'), {}],
  [
    'a machine that is not there',
    item,
    { sourceResourceId: fullId('/resourceGroups/west/providers/Microsoft.Compute/virtualMachines/none') },
  ],
  ['a policy that is not there', item, { policyId: fullId(`${recoveryVault}/backupPolicies/none`) }],
  ['no disks', item, { extendedProperties: { diskExclusionProperties: { diskLunList: [], isInclusionList: true } } }],
  [
    'a LUN that there is not',
    item,
    { extendedProperties: { diskExclusionProperties: { diskLunList: [64], isInclusionList: true } } },
  ],
])('fails with %s', async (_what, id, properties) => {
  expect((await client.put(id, itemBody(properties))).status).toBeGreaterThanOrEqual(400);
});

test('fails in a vault that is not there', async () => {
  expect((await client.put(item.replace('vaults/rsv', 'vaults/none'), itemBody())).status).toBe(404);
});

test('fails for a machine with Trusted Launch under a Standard policy', async () => {
  const standard = `${recoveryVault}/backupPolicies/standard`;
  await client.make(
    standard,
    policyBody({
      policyType: 'V1',
      schedulePolicy: {
        schedulePolicyType: 'SimpleSchedulePolicy',
        scheduleRunFrequency: 'Daily',
        scheduleRunTimes: ['23:00:00Z'],
      },
    }),
  );

  expect((await client.put(item, itemBody({ policyId: fullId(standard) }))).status).toBe(400);
});

test('fails for a machine that another vault protects', async () => {
  await client.make(item, itemBody());
  const other = recoveryVault.replace('rsv', 'rsv-other');
  await client.make(other, vaultBody());
  await client.make(`${other}/backupPolicies/daily`, policyBody());

  expect(
    await client.put(
      item.replace('vaults/rsv/', 'vaults/rsv-other/'),
      itemBody({ policyId: fullId(`${other}/backupPolicies/daily`) }),
    ),
  ).toMatchObject({ status: 409, code: 'BMSUserErrorObjectAlreadyProtected' });
});

test('fails for a machine of another region', async () => {
  const north = '/resourceGroups/north/providers/Microsoft.RecoveryServices/vaults/rsv';
  await client.make(north, { ...vaultBody(), location: 'northeurope' });

  const answer = await client.put(
    item.replace('/resourceGroups/west/providers', '/resourceGroups/north/providers'),
    itemBody({ policyId: undefined }),
  );
  expect(answer.status).toBe(400);
});
