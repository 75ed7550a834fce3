import { type ResourceType } from '../../arm/resource-type';
import { anything } from '../../arm/shape';
import { type JsonObject } from '../../arm/json';
import { type z } from 'zod';

const name = {
  pattern: /^[A-Za-z0-9-]{1,127}$/,
  allowed: '1 to 127 letters, digits and hyphens',
} as const;

/** What lies in a vault: written through the vault's own address, and shown here, so that roles can be given on it. */
function vaultObject(collection: string): ResourceType {
  return {
    type: `Microsoft.KeyVault/vaults/${collection}`,
    name,
    location: 'none',
    shape: anything as unknown as z.ZodType<JsonObject>,
  };
}

/** Keys, secrets, and certificates, each of which has a key and a secret of its name. */
export const vaultObjects: readonly ResourceType[] = ['keys', 'secrets', 'certificates'].map(vaultObject);
