import { type Resource } from '../arm/resource';
import { type Azure } from '../azure';
import { hosts } from '../hosts';

/** A key or a secret, and the vault that it lies in. */
export interface VaultObject {
  readonly vault: Resource;
  readonly object: Resource;
}

const vaultType = 'Microsoft.KeyVault/vaults';

/** The vault that answers at a host. */
export function findVault(host: string, { store }: Azure): Resource | undefined {
  const name = host.toLowerCase().replace(`.${hosts.keyVault}`, '');
  return store.ofType(vaultType).find((vault) => vault.name.toLowerCase() === name);
}

/** The key at an address such as `https://NAME.vault.azure.net/keys/KEY/VERSION`, with or without version. */
export function findKey(url: string, azure: Azure): VaultObject | undefined {
  return findObject(url, 'keys', azure);
}

/** The secret, which may be that of a certificate, at such an address. */
export function findSecret(url: string, azure: Azure): VaultObject | undefined {
  return findObject(url, 'secrets', azure);
}

function findObject(url: string, collection: 'keys' | 'secrets', azure: Azure): VaultObject | undefined {
  const [, host = '', name = ''] = new RegExp(`^https://([^/]+)/${collection}/([^/]+)`).exec(url) ?? [];
  const vault = findVault(host, azure);
  const object = vault && azure.store.find(`${vault.id}/${collection}/${name}`);
  return object && { vault, object };
}
