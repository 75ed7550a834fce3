import { createHash } from 'node:crypto';
import { z } from 'zod';
import { conflict } from '../../arm/arm-error';
import { regionFacts } from '../../arm/regions';
import { type Resource } from '../../arm/resource';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, identity, object, readOnly } from '../../arm/shape';
import { type Azure } from '../../azure';
import { hosts } from '../../hosts';
import { endpointsOf } from '../network/private-endpoint';
import { checkAccount } from './account-checks';
import { checkAccountKey } from './account-key';
import { accountType, kindOf, skuNames, skuOf } from './kind';
import { immutabilityPolicyType } from './immutability-policy';
import { defaultServices } from './services';

const service = object({ enabled: z.boolean(), keyType: z.enum(['Account', 'Service']), lastEnabledTime: readOnly });

/**
 * A storage account. Azure answers its creation with 202 or 200, never with 201.
 *
 * @see https://learn.microsoft.com/rest/api/storagerp/storage-accounts/create
 */
export const storageAccount: ResourceType = {
  type: accountType,
  name: { pattern: /^[a-z0-9]{3,24}$/, allowed: '3 to 24 lower-case letters and digits' },
  shape: bodyShape({
    beside: {
      extendedLocation: anything,
      identity,
      kind: z.enum(['Storage', 'StorageV2', 'BlobStorage', 'BlockBlobStorage', 'FileStorage']),
      sku: object({ name: z.enum(skuNames), tier: z.enum(['Standard', 'Premium']) }, ['name']),
    },
    requiredBeside: ['kind', 'sku'],
    properties: {
      accessTier: z.enum(['Cold', 'Cool', 'Hot', 'Premium', 'Smart']),
      accountMigrationInProgress: readOnly,
      allowBlobPublicAccess: z.boolean(),
      allowCrossTenantReplication: z.boolean(),
      allowSharedKeyAccess: z.boolean(),
      allowedCopyScope: z.enum(['AAD', 'All', 'PrivateLink']),
      azureFilesIdentityBasedAuthentication: object(
        {
          // Who users of a domain are: no part of this architecture.
          activeDirectoryProperties: anything,
          defaultSharePermission: z.string(),
          directoryServiceOptions: z.enum(['AADDS', 'AADKERB', 'AD', 'None']),
          smbOAuthSettings: object({ isSmbOAuthEnabled: z.boolean() }),
        },
        ['directoryServiceOptions'],
      ),
      creationTime: readOnly,
      customDomain: object({ name: z.string(), useSubDomainName: z.boolean() }, ['name']),
      defaultToOAuthAuthentication: z.boolean(),
      dnsEndpointType: z.enum(['AzureDnsZone', 'Standard']),
      encryption: object({
        identity: object({ federatedIdentityClientId: z.string(), userAssignedIdentity: z.string() }),
        keySource: z.enum(['Microsoft.Keyvault', 'Microsoft.Storage']),
        keyvaultproperties: object({
          currentVersionedKeyExpirationTimestamp: readOnly,
          currentVersionedKeyIdentifier: readOnly,
          keyname: z.string(),
          keyvaulturi: z.string(),
          keyversion: z.string(),
          lastKeyRotationTimestamp: readOnly,
        }),
        requireInfrastructureEncryption: z.boolean(),
        services: object({ blob: service, file: service, queue: service, table: service }),
      }),
      failoverInProgress: readOnly,
      geoReplicationStats: readOnly,
      immutableStorageWithVersioning: object({
        enabled: z.boolean(),
        immutabilityPolicy: object({
          allowProtectedAppendWrites: z.boolean(),
          immutabilityPeriodSinceCreationInDays: z.int(),
          state: z.enum(['Disabled', 'Locked', 'Unlocked']),
        }),
      }),
      isHnsEnabled: z.boolean(),
      isLocalUserEnabled: z.boolean(),
      isNfsV3Enabled: z.boolean(),
      isSftpEnabled: z.boolean(),
      keyCreationTime: readOnly,
      keyPolicy: object({ keyExpirationPeriodInDays: z.int() }, ['keyExpirationPeriodInDays']),
      largeFileSharesState: z.enum(['Enabled']),
      minimumTlsVersion: z.enum(['TLS1_0', 'TLS1_1', 'TLS1_2', 'TLS1_3']),
      networkAcls: object(
        {
          bypass: z.string().regex(/^(AzureServices|Logging|Metrics|None)(, *(Logging|Metrics|AzureServices))*$/),
          defaultAction: z.enum(['Allow', 'Deny']),
          ipRules: z.array(object({ action: z.enum(['Allow']), value: z.string() }, ['value'])),
          resourceAccessRules: z.array(object({ resourceId: z.string(), tenantId: z.uuid() })),
          virtualNetworkRules: z.array(object({ id: z.string(), action: z.enum(['Allow']), state: readOnly }, ['id'])),
        },
        ['defaultAction'],
      ),
      primaryEndpoints: readOnly,
      primaryLocation: readOnly,
      privateEndpointConnections: readOnly,
      publicNetworkAccess: z.enum(['Disabled', 'Enabled', 'SecuredByPerimeter']),
      routingPreference: object({
        publishInternetEndpoints: z.boolean(),
        publishMicrosoftEndpoints: z.boolean(),
        routingChoice: z.enum(['InternetRouting', 'MicrosoftRouting']),
      }),
      sasPolicy: object(
        {
          expirationAction: z.enum(['Block', 'Log']),
          sasExpirationPeriod: z.string().regex(/^\d{1,5}\.([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/),
        },
        ['expirationAction', 'sasExpirationPeriod'],
      ),
      secondaryEndpoints: readOnly,
      secondaryLocation: readOnly,
      statusOfPrimary: readOnly,
      statusOfSecondary: readOnly,
      supportsHttpsTrafficOnly: z.boolean(),
    },
  }),
  createdStatus: 200,
  check(account, azure, previous) {
    checkName(account, azure);
    checkAccount(account, azure, previous);
    checkAccountKey(account, azure);
  },
  complete(account, azure, previous) {
    if (!previous) {
      defaultServices(account).forEach((each) => azure.store.put(each));
    }
    const { tier } = skuOf(account);
    return { ...account, sku: { ...(account['sku'] as object), tier }, properties: withDefaults(account) };
  },
  show: (account, azure) => ({
    ...endpointsShown(account),
    privateEndpointConnections: endpointsOf(account.id, azure).map(({ id, name }) => ({
      id: `${account.id}/privateEndpointConnections/${name}`,
      name,
      properties: {
        privateEndpoint: { id },
        privateLinkServiceConnectionState: { status: 'Approved', actionRequired: 'None' },
        provisioningState: 'Succeeded',
      },
    })),
  }),
  checkDelete(account, { store }) {
    const locked = store
      .within(account.id)
      .find(({ type, properties }) => type === immutabilityPolicyType && properties['state'] === 'Locked');
    if (locked) {
      throw conflict(
        'AccountProtectedFromDeletion',
        `${account.name} is protected from deletion. The container(s) ${locked.id.split('/').at(-3) ?? ''} have a locked immutability policy.`,
      );
    }
  },
  actions: {
    listkeys: ({ id }) => ({
      status: 200,
      body: {
        keys: ['key1', 'key2'].map((keyName) => ({
          keyName,
          permissions: 'FULL',
          value: pseudoKey(`${id} ${keyName}`),
        })),
      },
    }),
  },
};

/** Names are unique in all of Azure: they are names of hosts. */
function checkName({ id, name }: Resource, { store }: Azure): void {
  if (store.ofType(accountType).some((other) => other.name === name && other.id !== id)) {
    throw conflict('StorageAccountAlreadyTaken', `The storage account named ${name} is already taken.`);
  }
}

function withDefaults({ properties, location = '' }: Resource) {
  const { services, ...encryption } = (properties['encryption'] ?? {}) as { readonly services?: object };
  const enabled = { enabled: true, keyType: 'Account' };
  return {
    minimumTlsVersion: 'TLS1_0',
    publicNetworkAccess: 'Enabled',
    supportsHttpsTrafficOnly: true,
    networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow', ipRules: [], virtualNetworkRules: [] },
    ...properties,
    encryption: {
      keySource: 'Microsoft.Storage',
      ...encryption,
      services: { ...services, blob: enabled, file: enabled },
    },
    primaryLocation: location,
    statusOfPrimary: 'available',
  };
}

/** Addresses of the services of an account, and of their copies in the paired region if those can be read. */
function endpointsShown(account: Resource) {
  const { replication } = skuOf(account);
  const isGeo = replication.includes('G');
  return {
    primaryEndpoints: addresses(account, account.name),
    ...(isGeo && { secondaryLocation: regionFacts(account.location ?? '').pair, statusOfSecondary: 'available' }),
    ...(replication.startsWith('RA') && { secondaryEndpoints: addresses(account, `${account.name}-secondary`) }),
  };
}

function addresses(account: Resource, label: string) {
  const services = kindOf(account) === 'FileStorage' ? ['file'] : ['blob', 'dfs', 'file', 'queue', 'table', 'web'];
  return Object.fromEntries(
    services.map((each) => [each, `https://${label}.${each === 'web' ? 'z6.' : ''}${each}.${hosts.storage}/`]),
  );
}

/** A key that depends on a text alone, and opens nothing. */
function pseudoKey(text: string): string {
  return createHash('sha512').update(text).digest('base64');
}
