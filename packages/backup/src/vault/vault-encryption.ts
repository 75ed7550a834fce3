import { type IServiceKey, ServiceKey, type ServiceKeyProps } from '@iris-azure/security';
import { type Construct } from 'constructs';

/** What a Recovery Services vault needs to encrypt with a key of its owner. */
export type IVaultEncryption = IServiceKey;

/** Properties of {@link VaultEncryption}: the key vault is in the region of the vault, since Azure takes no key of another. */
export type VaultEncryptionProps = Omit<ServiceKeyProps, 'purpose'>;

/**
 * A key and an identity of their own for a Recovery Services vault, in the stack of the key vault.
 *
 * The identity is user-assigned: it has its role before the vault exists, and Azure encrypts new vaults alone.
 *
 * @see https://learn.microsoft.com/azure/backup/encryption-at-rest-with-cmk
 */
export class VaultEncryption extends ServiceKey {
  public constructor(scope: Construct, id: string, { resourceGroup, keyVault }: VaultEncryptionProps) {
    super(scope, id, { resourceGroup, keyVault, purpose: 'vault' });
  }
}
