/** Host names of Azure's public cloud for which the stand-in answers. */
export const hosts = {
  resourceManager: 'management.azure.com',
  signIn: 'login.microsoftonline.com',
  /** Vaults, each at a name of its own below this one. */
  keyVault: 'vault.azure.net',
  /** Storage accounts, each at names of its own below the names of its services below this one. */
  storage: 'core.windows.net',
} as const;
