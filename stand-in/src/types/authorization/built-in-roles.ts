/** A role that Azure brings. */
export interface BuiltInRole {
  readonly name: string;
  /** Name of its definition, the same in every tenant. */
  readonly id: string;
  /** What it allows in Key Vault's data plane, below `Microsoft.KeyVault/vaults/`, with `*` for any. */
  readonly vaultActions?: readonly string[];
}

/**
 * Roles of this architecture and their neighbours. As of November 2026.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
export const builtInRoles: readonly BuiltInRole[] = [
  { name: 'Owner', id: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635' },
  { name: 'Contributor', id: 'b24988ac-6180-42a0-ab88-20f7382dd24c' },
  { name: 'Reader', id: 'acdd72a7-3385-48ef-bd42-f606fba81ae7' },
  { name: 'User Access Administrator', id: '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9' },
  { name: 'Key Vault Administrator', id: '00482a5a-887f-4fb3-b363-3b7fe8e74483', vaultActions: ['*'] },
  { name: 'Key Vault Contributor', id: 'f25e0fa2-a7c8-4377-a976-54943a77a395' },
  {
    name: 'Key Vault Certificates Officer',
    id: 'a4417e6f-fecd-4de8-b567-7b0420556985',
    vaultActions: ['certificatecas/*', 'certificates/*', 'certificatecontacts/write'],
  },
  {
    name: 'Key Vault Certificate User',
    id: 'db79e9a7-68ee-4b58-9aeb-b90e7c24fcba',
    vaultActions: ['certificates/read', 'secrets/getSecret/action', 'secrets/readMetadata/action', 'keys/read'],
  },
  {
    name: 'Key Vault Crypto Officer',
    id: '14b46e9e-c2b7-41b4-b07b-48a6ebf60603',
    vaultActions: ['keys/*', 'keyrotationpolicies/*'],
  },
  {
    name: 'Key Vault Crypto Service Encryption User',
    id: 'e147488a-f6f5-4113-8e2d-b22465e65bf6',
    vaultActions: ['keys/read', 'keys/wrap/action', 'keys/unwrap/action'],
  },
  {
    name: 'Key Vault Crypto User',
    id: '12338af0-0e69-4776-bea7-57ae8d297424',
    vaultActions: [
      'keys/read',
      'keys/update/action',
      'keys/backup/action',
      'keys/encrypt/action',
      'keys/decrypt/action',
      'keys/wrap/action',
      'keys/unwrap/action',
      'keys/sign/action',
      'keys/verify/action',
    ],
  },
  {
    name: 'Key Vault Reader',
    id: '21090545-7ca7-4776-b22c-e363652d74d2',
    vaultActions: ['*/read', 'secrets/readMetadata/action'],
  },
  {
    name: 'Key Vault Secrets Officer',
    id: 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7',
    vaultActions: ['secrets/*'],
  },
  {
    name: 'Key Vault Secrets User',
    id: '4633458b-17de-408a-b874-0445c86b69e6',
    vaultActions: ['secrets/getSecret/action', 'secrets/readMetadata/action'],
  },
  { name: 'Virtual Machine Contributor', id: '9980e02c-c2be-4d73-94e8-173b1dc7cf3c' },
  { name: 'Disk Backup Reader', id: '3e5e47e6-65f7-47ef-90b5-e5dd4d455f24' },
  { name: 'Disk Snapshot Contributor', id: '7efff54f-a5b4-42b5-a1c5-5411624893ce' },
  { name: 'Managed Identity Contributor', id: 'e40ec5ca-96e0-45a2-b4ff-59039f2c2b59' },
  { name: 'Managed Identity Operator', id: 'f1a07417-d97a-45cb-824c-7a7467783830' },
  { name: 'Backup Contributor', id: '5e467623-bb1f-42f4-a55d-6e525e11384b' },
  { name: 'Backup Operator', id: '00c29273-979b-4161-815c-10b084fb9324' },
  { name: 'Backup Reader', id: 'a795c7a0-d4a2-40c1-ae25-d81f01202912' },
  { name: 'Storage Account Contributor', id: '17d1049b-9a84-46fb-8f53-869881c3d3ab' },
  { name: 'Storage Blob Data Contributor', id: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' },
  { name: 'Storage Blob Data Owner', id: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' },
  { name: 'Storage Blob Data Reader', id: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1' },
  { name: 'Reader and Data Access', id: 'c12c1c16-33a1-487b-954d-41c89c60f349' },
  { name: 'Storage File Data SMB MI Admin', id: 'a235d3ee-5935-4cfb-8cc5-a3303ad5995e' },
  { name: 'Storage File Data SMB Share Contributor', id: '0c867c2a-1d8c-454a-a3db-ab2ea1bdc8bb' },
  { name: 'Monitoring Contributor', id: '749f88d5-cbae-40b8-bcfc-e573ddc772fa' },
  { name: 'Monitoring Metrics Publisher', id: '3913510d-42f4-4e42-8a64-420c390055eb' },
  { name: 'Monitoring Reader', id: '43d0d8ad-25c7-4714-9337-8ba259a9fe05' },
  { name: 'Log Analytics Contributor', id: '92aaf0da-9dab-42b6-94a3-d43ce8d16293' },
  { name: 'Log Analytics Reader', id: '73c42c96-874c-492b-b04d-ab87d138a893' },
  { name: 'DNS Zone Contributor', id: 'befefa01-2a29-4197-83a8-272ff33ce314' },
  { name: 'Private DNS Zone Contributor', id: 'b12aa53e-6015-4669-85d0-8515ebb3ae7f' },
  { name: 'Network Contributor', id: '4d97b98b-1d4f-4787-a291-c67834d212e7' },
  { name: 'Traffic Manager Contributor', id: 'a4b10055-b0c7-44c2-b00f-c7b5b3550cf7' },
];
