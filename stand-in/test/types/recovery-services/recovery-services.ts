import { type JsonObject } from '../../../src/arm/json';
import { identityIds } from '../../../src/arm/identities';
import { addInterface, addNetwork, body, west } from '../../estate';
import { type Client, fullId } from '../../support';
import { addVault, ask, assignment, assignmentId, giveRole, vault as keyVault } from '../../vault/vault-client';

/** Id of the vault of {@link addRecoveryVault}. */
export const recoveryVault = `${west}/Microsoft.RecoveryServices/vaults/rsv`;

/** Identity under which vaults use their keys. */
export const identity = `${west}/Microsoft.ManagedIdentity/userAssignedIdentities/id-vault`;

/** Id of a machine, and of its item in the vault. */
export const machine = `${west}/Microsoft.Compute/virtualMachines/vm-db-0`;
export const item = itemOf('west', 'vm-db-0');

/** Id of the item of a machine in the vault. */
export function itemOf(group: string, name: string): string {
  return `${recoveryVault}/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;${group};${name}/protectedItems/VM;iaasvmcontainerv2;${group};${name}`;
}

/** Body of a geo-redundant vault with cross-region restore. */
export function vaultBody(properties: JsonObject = {}, beside: JsonObject = {}): JsonObject {
  return body(
    {
      publicNetworkAccess: 'Enabled',
      redundancySettings: { crossRegionRestore: 'Enabled', standardTierStorageRedundancy: 'GeoRedundant' },
      ...properties,
    },
    { sku: { name: 'Standard' }, ...beside },
  );
}

/** Encryption by the key of {@link addVaultKey}. */
export const encryption = {
  infrastructureEncryption: 'Enabled',
  kekIdentity: { useSystemAssignedIdentity: false, userAssignedIdentity: fullId(identity) },
  keyVaultProperties: { keyUri: 'https://kv-a.vault.azure.net/keys/backup' },
} as const;

/** Makes a key vault, a key, and an identity that has the role on it, if one is named. */
export async function addVaultKey(client: Client, role?: string): Promise<void> {
  await addVault(client, { enablePurgeProtection: true });
  await giveRole(client, 'Key Vault Administrator', '/resourceGroups/west');
  await ask(client, 'POST', '/keys/backup/create', { kty: 'RSA', key_size: 3072 });
  await client.make(identity, { location: 'westeurope' });
  if (role) {
    const { principalId } = identityIds(fullId(identity));
    await client.make(assignmentId(`${keyVault}/keys/backup`, 2), assignment(role, principalId));
  }
}

/** Makes a vault. */
export async function addRecoveryVault(client: Client, properties: JsonObject = {}): Promise<void> {
  await client.make(recoveryVault, vaultBody(properties));
}

/** Id of a policy in the vault. */
export const policy = `${recoveryVault}/backupPolicies/daily`;

/** Properties of an Enhanced policy that backs up each day. */
export function policyBody(properties: JsonObject = {}): JsonObject {
  const retentionTimes = ['23:00:00Z'];
  return {
    properties: {
      backupManagementType: 'AzureIaasVM',
      policyType: 'V2',
      timeZone: 'W. Europe Standard Time',
      schedulePolicy: {
        schedulePolicyType: 'SimpleSchedulePolicyV2',
        scheduleRunFrequency: 'Daily',
        dailySchedule: { scheduleRunTimes: ['23:00:00Z'] },
      },
      retentionPolicy: {
        retentionPolicyType: 'LongTermRetentionPolicy',
        dailySchedule: { retentionTimes, retentionDuration: { count: 30, durationType: 'Days' } },
      },
      ...properties,
    },
  };
}

/** Makes a machine with Trusted Launch. */
export async function addMachine(client: Client): Promise<void> {
  await addNetwork(client);
  const nic = await addInterface(client, 'nic');
  const keyData = `ssh-ed25519 ${Buffer.concat([Buffer.from([0, 0, 0, 11]), Buffer.from('ssh-ed25519'), Buffer.alloc(36)]).toString('base64')}`;
  await client.make(
    machine,
    body({
      hardwareProfile: { vmSize: 'Standard_E4ds_v5' },
      networkProfile: { networkInterfaces: [{ id: fullId(nic), properties: { primary: true } }] },
      osProfile: {
        adminUsername: 'irisadmin',
        computerName: 'db-0',
        linuxConfiguration: {
          disablePasswordAuthentication: true,
          ssh: { publicKeys: [{ keyData, path: '/home/irisadmin/.ssh/authorized_keys' }] },
        },
      },
      securityProfile: { securityType: 'TrustedLaunch', uefiSettings: { secureBootEnabled: true, vTpmEnabled: true } },
      storageProfile: {
        osDisk: { createOption: 'FromImage', managedDisk: { storageAccountType: 'Premium_LRS' } },
        dataDisks: [],
      },
    }),
  );
}

/** Body of the machine's item under a policy. */
export function itemBody(properties: JsonObject = {}): JsonObject {
  return {
    properties: {
      protectedItemType: 'Microsoft.Compute/virtualMachines',
      workloadType: 'VM',
      friendlyName: 'vm-db-0',
      sourceResourceId: fullId(machine),
      virtualMachineId: fullId(machine),
      policyId: fullId(policy),
      ...properties,
    },
  };
}
