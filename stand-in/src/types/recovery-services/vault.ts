import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { identityIds } from '../../arm/identities';
import { type Resource } from '../../arm/resource';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, identity, object, readOnly } from '../../arm/shape';
import { type Azure } from '../../azure';
import { findKey } from '../../vault/find-object';
import { mayAct } from '../authorization/access';
import { protectedItemType } from './protected-item';
import { settingsOf } from './vault-settings';

const onOff = z.enum(['Disabled', 'Enabled']);

/** What an identity must be allowed to do with the key. */
const neededActions = [
  'Microsoft.KeyVault/vaults/keys/read',
  'Microsoft.KeyVault/vaults/keys/wrap/action',
  'Microsoft.KeyVault/vaults/keys/unwrap/action',
];

/** Properties of a vault, as far as it is checked. */
interface VaultProperties {
  readonly publicNetworkAccess?: string;
  readonly redundancySettings?: {
    readonly crossRegionRestore?: string;
    readonly standardTierStorageRedundancy?: string;
  };
  readonly securitySettings?: { readonly immutabilitySettings?: { readonly state?: string } };
  readonly encryption?: {
    readonly infrastructureEncryption?: string;
    readonly kekIdentity?: {
      readonly useSystemAssignedIdentity?: boolean;
      readonly userAssignedIdentity?: string;
    };
    readonly keyVaultProperties?: { readonly keyUri: string };
  };
}

/**
 * A Recovery Services vault. Of encryption, redundancy and immutability some cannot be taken back, some can be set only while
 * it protects nothing.
 *
 * @see https://learn.microsoft.com/rest/api/recoveryservices/vaults/create-or-update
 * @see https://learn.microsoft.com/azure/backup/encryption-at-rest-with-cmk
 */
export const recoveryVault: ResourceType = {
  type: 'Microsoft.RecoveryServices/vaults',
  name: {
    pattern: /^(?=.{2,50}$)[A-Za-z][A-Za-z0-9-]*$/,
    allowed: '2 to 50 letters, digits and hyphens, beginning with a letter',
  },
  shape: bodyShape({
    properties: {
      backupStorageVersion: readOnly,
      bcdrSecurityLevel: readOnly,
      encryption: object({
        infrastructureEncryption: onOff,
        kekIdentity: object({ useSystemAssignedIdentity: z.boolean(), userAssignedIdentity: z.string() }),
        keyVaultProperties: object({ keyUri: z.string() }, ['keyUri']),
      }),
      monitoringSettings: object({
        azureMonitorAlertSettings: object({
          alertsForAllFailoverIssues: onOff,
          alertsForAllJobFailures: onOff,
          alertsForAllReplicationIssues: onOff,
        }),
        classicAlertSettings: object({
          alertsForCriticalOperations: onOff,
          emailNotificationsForSiteRecovery: onOff,
        }),
      }),
      privateEndpointConnections: readOnly,
      privateEndpointStateForBackup: readOnly,
      privateEndpointStateForSiteRecovery: readOnly,
      publicNetworkAccess: onOff,
      redundancySettings: object({
        crossRegionRestore: onOff,
        standardTierStorageRedundancy: z.enum(['GeoRedundant', 'LocallyRedundant', 'ZoneRedundant']),
      }),
      restoreSettings: object({ crossSubscriptionRestoreSettings: object({ crossSubscriptionRestoreState: onOff }) }),
      secureScore: readOnly,
      securitySettings: object({
        immutabilitySettings: object({ state: z.enum(['Disabled', 'Locked', 'Unlocked']) }),
        multiUserAuthorization: readOnly,
        softDeleteSettings: object({
          enhancedSecurityState: z.string(),
          softDeleteRetentionPeriodInDays: z.int().min(14).max(180),
          softDeleteState: z.enum(['AlwaysON', 'Enabled']),
        }),
      }),
    },
    required: ['publicNetworkAccess'],
    beside: { identity, sku: object({ name: z.enum(['RS0', 'Standard']), tier: z.string() }, ['name']) },
    requiredBeside: ['sku'],
  }),
  longRunning: ['put', 'delete'],
  check(vault, azure, previous) {
    checkRedundancy(vault, azure, previous);
    checkImmutability(vault, previous);
    checkEncryption(vault, azure, previous);
  },
  complete(vault, azure, previous) {
    if (!previous) {
      settingsOf(vault.id).forEach((settings) => azure.store.put(settings));
    }
    return {
      ...vault,
      properties: {
        redundancySettings: { crossRegionRestore: 'Disabled', standardTierStorageRedundancy: 'GeoRedundant' },
        ...vault.properties,
      },
    };
  },
  checkDelete(vault, azure) {
    const [item] = itemsIn(vault, azure);
    if (item) {
      // @see https://learn.microsoft.com/azure/backup/backup-azure-delete-vault
      throw badRequest(
        'ServiceResourceNotEmptyWithContainerDetails',
        `Recovery Services vault ${vault.name} cannot be deleted as there are backup items in it, such as ${item.name}.`,
      );
    }
  },
};

function checkRedundancy(vault: Resource, azure: Azure, previous: Resource | undefined): void {
  const { publicNetworkAccess, redundancySettings: settings = {} } = vault.properties as VaultProperties;
  const { redundancySettings: before = {} } = (previous?.properties ?? {}) as VaultProperties;
  const restoresElsewhere = settings.crossRegionRestore === 'Enabled';
  const redundancy = settings.standardTierStorageRedundancy ?? 'GeoRedundant';
  if (restoresElsewhere && redundancy !== 'GeoRedundant') {
    throw badRequest(
      'BadRequest',
      `Cross-region restore of vault ${vault.name} needs GeoRedundant, got ${redundancy}.`,
    );
  }
  if (before.crossRegionRestore === 'Enabled' && !restoresElsewhere) {
    throw badRequest('BadRequest', `Cross-region restore of vault ${vault.name} cannot be disabled.`);
  }
  // @see https://learn.microsoft.com/azure/backup/backup-azure-private-endpoints-configure-manage
  if (restoresElsewhere && publicNetworkAccess === 'Disabled') {
    throw badRequest('BadRequest', `Vault ${vault.name} with cross-region restore cannot deny public network access.`);
  }
  const isChanged = previous !== undefined && before.standardTierStorageRedundancy !== redundancy;
  if (isChanged && itemsIn(vault, azure).length > 0) {
    throw badRequest('BadRequest', `Vault ${vault.name} protects items: its redundancy cannot be changed.`);
  }
}

/** @see https://learn.microsoft.com/azure/backup/backup-azure-immutable-vault-concept */
function checkImmutability({ name, properties }: Resource, previous: Resource | undefined): void {
  const stateOf = ({ securitySettings }: VaultProperties) =>
    securitySettings?.immutabilitySettings?.state ?? 'Disabled';
  const state = stateOf(properties);
  const before = stateOf(previous?.properties ?? {});
  if (before === 'Locked' ? state !== 'Locked' : state === 'Locked' && before !== 'Unlocked') {
    throw badRequest('BadRequest', `Immutability of vault ${name} cannot go from ${before} to ${state}.`);
  }
}

function checkEncryption(vault: Resource, azure: Azure, previous: Resource | undefined): void {
  const { encryption } = vault.properties as VaultProperties;
  const { encryption: before } = (previous?.properties ?? {}) as VaultProperties;
  if (before && before.infrastructureEncryption !== encryption?.infrastructureEncryption) {
    throw badRequest('BadRequest', `Encryption of vault ${vault.name} cannot be taken back.`);
  }
  const { keyVaultProperties, kekIdentity = {} } = encryption ?? {};
  if (!keyVaultProperties) {
    return;
  }
  if (!before && previous && itemsIn(vault, azure).length > 0) {
    throw badRequest('BadRequest', `Vault ${vault.name} protects items: encryption is for new vaults alone.`);
  }
  const key = findKey(keyVaultProperties.keyUri, azure);
  if (key?.vault.location !== vault.location || key?.vault.properties['enablePurgeProtection'] !== true) {
    throw badRequest(
      'BadRequest',
      `Key ${keyVaultProperties.keyUri} of vault ${vault.name} must be in a key vault of its region that has purge protection.`,
    );
  }
  const { principalId } = identityIds(kekIdentity.userAssignedIdentity ?? vault.id);
  if (!neededActions.every((action) => mayAct(azure, principalId, key.object.id, action))) {
    throw badRequest(
      'UserErrorCMKKeyVaultAuthFailure',
      `The identity of vault ${vault.name} must be allowed to get, wrap and unwrap with key ${keyVaultProperties.keyUri}.`,
    );
  }
}

function itemsIn({ id }: Resource, { store }: Azure): readonly Resource[] {
  return store.within(id).filter(({ type }) => type.toLowerCase() === protectedItemType.toLowerCase());
}
