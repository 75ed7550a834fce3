import { z } from 'zod';
import { badRequest, conflict } from '../../arm/arm-error';
import { without } from '../../arm/json';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, object, readOnly } from '../../arm/shape';
import { type Azure } from '../../azure';
import { hosts } from '../../hosts';
import { deployer } from '../../sign-in/deployer';
import { endpointsOf } from '../network/private-endpoint';
import { parseRange } from '../network/ranges';

const type = 'Microsoft.KeyVault/vaults';

const retention = { atLeast: 7, atMost: 90 } as const;

/** Key under which a deleted vault is remembered. */
export function deletedVaultKey(name: string): string {
  return `vault ${name.toLowerCase()}`;
}

/**
 * A key vault. A deleted one keeps its name, and what was in it, until it is recovered or purged.
 *
 * @see https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/create-or-update
 * @see https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview
 */
export const vault: ResourceType = {
  type,
  name: {
    pattern: /^(?=.{3,24}$)[A-Za-z]([A-Za-z0-9]|-(?!-))*[A-Za-z0-9]$/,
    allowed:
      '3 to 24 letters, digits and hyphens, beginning with a letter, ending with a letter or digit, without two hyphens in a row',
  },
  shape: bodyShape({
    properties: {
      accessPolicies: z.array(z.json()),
      createMode: z.enum(['default', 'recover']),
      enablePurgeProtection: z.boolean(),
      enableRbacAuthorization: z.boolean(),
      enableSoftDelete: z.boolean(),
      enabledForDeployment: z.boolean(),
      enabledForDiskEncryption: z.boolean(),
      enabledForTemplateDeployment: z.boolean(),
      hsmPoolResourceId: readOnly,
      networkAcls: object({
        bypass: z.enum(['AzureServices', 'None']),
        defaultAction: z.enum(['Allow', 'Deny']),
        ipRules: z.array(object({ value: z.string() }, ['value'])),
        virtualNetworkRules: z.array(object({ id: z.string(), ignoreMissingVnetServiceEndpoint: z.boolean() }, ['id'])),
      }),
      privateEndpointConnections: readOnly,
      publicNetworkAccess: z.enum(['Disabled', 'Enabled', 'disabled', 'enabled']),
      sku: object({ family: z.enum(['A']), name: z.enum(['premium', 'standard']) }, ['family', 'name']),
      softDeleteRetentionInDays: z.int(),
      tenantId: z.uuid(),
      vaultUri: readOnly,
    },
    required: ['sku', 'tenantId'],
  }),
  longRunning: ['put'],
  check(resource, azure, previous) {
    const tenantId = resource.properties['tenantId'] as string;
    if (tenantId !== deployer.tenantId) {
      throw badRequest(
        'InvalidTenantId',
        `The tenant ID ${tenantId} of vault ${resource.name} is not that of the subscription.`,
      );
    }
    checkName(resource, azure);
    checkProtection(resource, previous);
    checkRules(resource);
    checkSubnets(resource, azure);
  },
  complete(resource, azure, previous) {
    const recovered = azure.softDeleted.get(deletedVaultKey(resource.name));
    if (!previous && recovered) {
      azure.softDeleted.delete(deletedVaultKey(resource.name));
      recovered
        .filter(({ id }) => id.toLowerCase() !== resource.id.toLowerCase())
        .forEach((each) => azure.store.put(each));
    }
    return {
      ...resource,
      properties: {
        enableSoftDelete: true,
        softDeleteRetentionInDays: retention.atMost,
        publicNetworkAccess: 'Enabled',
        ...without(resource.properties, 'createMode'),
        vaultUri: `https://${resource.name.toLowerCase()}.${hosts.keyVault}/`,
      },
    };
  },
  show: (resource, azure) => ({
    privateEndpointConnections: endpointsOf(resource.id, azure).map(({ id }) => ({
      properties: {
        privateEndpoint: { id },
        privateLinkServiceConnectionState: { status: 'Approved', actionsRequired: 'None' },
        provisioningState: 'Succeeded',
      },
    })),
  }),
  deleted(resource, azure, removed) {
    const id = ResourceId.parse(resource.id);
    // Roles that were given on it are gone for good.
    const contents = removed.filter((each) => each.type.startsWith(type) && id.holds(ResourceId.parse(each.id)));
    azure.softDeleted.set(deletedVaultKey(resource.name), contents);
  },
};

/** Names are unique in all of Azure, and deleted vaults keep theirs. */
function checkName(resource: Resource, azure: Azure): void {
  const { name, id, properties } = resource;
  const isTaken = azure.store
    .ofType(type)
    .some((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase());
  const isDeleted = azure.softDeleted.has(deletedVaultKey(name));
  if (isTaken || (isDeleted && properties['createMode'] !== 'recover')) {
    throw conflict(
      isTaken ? 'VaultAlreadyExists' : 'ConflictError',
      isTaken
        ? `The vault name '${name}' is already in use. Vault names are globally unique so it is possible that the name is already taken.`
        : `A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault.`,
    );
  }
}

function checkProtection({ name, properties }: Resource, previous: Resource | undefined): void {
  const { softDeleteRetentionInDays: days = retention.atMost } = properties as { softDeleteRetentionInDays?: number };
  if (days < retention.atLeast || days > retention.atMost) {
    throw badRequest(
      'BadRequest',
      `The property "softDeleteRetentionInDays" of vault ${name} must be ${retention.atLeast} to ${retention.atMost}, got ${days}.`,
    );
  }
  if (properties['enableSoftDelete'] === false) {
    throw badRequest(
      'BadRequest',
      'The property "enableSoftDelete" cannot be set to false. Enabling soft delete for a vault is an irreversible action.',
    );
  }
  if (properties['enablePurgeProtection'] === false) {
    throw badRequest(
      'BadRequest',
      'The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.',
    );
  }
  if (previous?.properties['enablePurgeProtection'] === true && properties['enablePurgeProtection'] !== true) {
    throw badRequest(
      'BadRequest',
      'The property "enablePurgeProtection" cannot be taken back. Enabling the purge protection for a vault is an irreversible action.',
    );
  }
  if (previous && previous.properties['softDeleteRetentionInDays'] !== days) {
    throw badRequest(
      'BadRequest',
      `The property "softDeleteRetentionInDays" of vault ${name} has been set already and it can't be modified.`,
    );
  }
}

function checkRules({ name, properties }: Resource): void {
  const { ipRules = [] } = (properties['networkAcls'] ?? {}) as {
    readonly ipRules?: readonly { readonly value: string }[];
  };
  const wrong = ipRules.find(({ value }) => parseRange(value.includes('/') ? value : `${value}/32`) === undefined);
  if (wrong) {
    throw badRequest('BadRequest', `The IP rule '${wrong.value}' of vault ${name} is no IPv4 address or range.`);
  }
}

interface SubnetRule {
  readonly id: string;
  readonly ignoreMissingVnetServiceEndpoint?: boolean;
}

/** @see https://github.com/hashicorp/terraform-provider-azurerm/issues/11759 */
function checkSubnets({ properties }: Resource, { store }: Azure): void {
  const { virtualNetworkRules = [] } = (properties['networkAcls'] ?? {}) as {
    readonly virtualNetworkRules?: readonly SubnetRule[];
  };
  for (const { id, ignoreMissingVnetServiceEndpoint } of virtualNetworkRules) {
    const endpoints = (store.find(id)?.properties['serviceEndpoints'] ?? []) as readonly { readonly service: string }[];
    if (
      ignoreMissingVnetServiceEndpoint !== true &&
      !endpoints.some(({ service }) => service === 'Microsoft.KeyVault')
    ) {
      const { name, parent } = ResourceId.parse(id);
      throw badRequest(
        'SubnetsHaveNoServiceEndpointsConfigured',
        `Subnets ${name} of virtual network ${parent?.text ?? ''} do not have ServiceEndpoints for Microsoft.KeyVault resources configured. Add Microsoft.KeyVault to subnet's ServiceEndpoints collection before trying to ACL Microsoft.KeyVault resources to these subnets.`,
      );
    }
  }
}
