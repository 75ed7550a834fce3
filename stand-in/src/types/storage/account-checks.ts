import { badRequest } from '../../arm/arm-error';
import { regionFacts } from '../../arm/regions';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type Azure } from '../../azure';
import { liesIn, parseRange } from '../network/ranges';
import { kindOf, skuOf } from './kind';

/** Refuses what no account can be, and what this one can no longer become. */
export function checkAccount(account: Resource, azure: Azure, previous: Resource | undefined): void {
  checkSku(account);
  checkAddresses(account);
  checkSubnets(account, azure);
  if (previous) {
    checkChange(account, previous);
  }
}

/** SKUs of each kind. */
const skus: Readonly<Record<string, RegExp>> = {
  Storage: /^Standard_(LRS|GRS|RAGRS)$/,
  StorageV2: /^(Standard_.*|Premium_LRS)$/,
  BlobStorage: /^Standard_(LRS|GRS|RAGRS)$/,
  BlockBlobStorage: /^Premium_(LRS|ZRS)$/,
  FileStorage: /^(StandardV2_.*|Premium(V2)?_(LRS|ZRS))$/,
};

/** @see https://learn.microsoft.com/azure/storage/common/storage-redundancy#supported-storage-account-types */
function checkSku(account: Resource): void {
  const { name } = account['sku'] as { readonly name: string };
  if (!skus[kindOf(account)]?.test(name)) {
    throw badRequest(
      'InvalidValuesForRequestParameters',
      `Values for request parameters are invalid: kind, sku (${kindOf(account)}, ${name}).`,
    );
  }
  if (name.includes('ZRS') && regionFacts(account.location ?? '').zones.length === 0) {
    throw badRequest(
      'InvalidRequestPropertyValue',
      `The value '${name}' is not allowed for property sku.name in region ${account.location ?? ''}.`,
    );
  }
}

const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].flatMap((range) => parseRange(range) ?? []);

/** @see https://learn.microsoft.com/azure/storage/common/storage-network-security-limitations#restrictions-for-ip-network-rules */
function checkAddresses({ name, properties }: Resource): void {
  const { ipRules = [] } = (properties['networkAcls'] ?? {}) as {
    readonly ipRules?: readonly { readonly value: string }[];
  };
  for (const { value } of ipRules) {
    const isNarrow = /\/3[12]$/.test(value);
    const range = parseRange(value.includes('/') ? value : `${value}/32`);
    if (isNarrow || !range || privateRanges.some((other) => liesIn(range, other))) {
      throw badRequest(
        'InvalidValuesForRequestParameters',
        `Values for request parameters are invalid: networkAcls.ipRule[*].value. ` +
          `The rule '${value}' of ${name} must be a public address, or a public range with a prefix of at most /30.`,
      );
    }
  }
}

/** @see https://learn.microsoft.com/azure/storage/common/storage-network-security-virtual-networks */
function checkSubnets({ properties }: Resource, { store }: Azure): void {
  const { virtualNetworkRules = [] } = (properties['networkAcls'] ?? {}) as {
    readonly virtualNetworkRules?: readonly { readonly id: string }[];
  };
  for (const { id } of virtualNetworkRules) {
    const endpoints = (store.find(id)?.properties['serviceEndpoints'] ?? []) as readonly { readonly service: string }[];
    if (!endpoints.some(({ service }) => service.startsWith('Microsoft.Storage'))) {
      const { name, parent } = ResourceId.parse(id);
      throw badRequest(
        'NetworkAclsValidationFailure',
        `Validation of network acls failure: SubnetsHaveNoServiceEndpointsConfigured:Subnets ${name} of virtual network ${parent?.text ?? ''} do not have ServiceEndpoints for Microsoft.Storage resources configured.`,
      );
    }
  }
}

/** What is fixed when an account is made: its second encryption, its kind of hardware, whether it is spread over zones. */
function checkChange(account: Resource, previous: Resource): void {
  if (isEncryptedTwice(account) !== isEncryptedTwice(previous)) {
    throw badRequest(
      'InvalidRequestPropertyValue',
      `The value of property encryption.requireInfrastructureEncryption of ${account.name} cannot be changed.`,
    );
  }
  const [now, before] = [skuOf(account), skuOf(previous)];
  if (now.tier !== before.tier || now.replication.includes('ZRS') !== before.replication.includes('ZRS')) {
    throw badRequest(
      'StorageAccountTypeConversionNotAllowed',
      `Storage account type conversion from ${before.tier}_${before.replication} to ${now.tier}_${now.replication} is not allowed.`,
    );
  }
}

function isEncryptedTwice({ properties }: Resource): boolean {
  const { requireInfrastructureEncryption } = (properties['encryption'] ?? {}) as {
    readonly requireInfrastructureEncryption?: boolean;
  };
  return requireInfrastructureEncryption === true;
}
