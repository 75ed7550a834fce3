export { CustomerManagedKey, type CustomerManagedKeyProps, type KeyRole } from './customer-managed-key';
export { DiskEncryption, type DiskEncryptionProps, type IDiskEncryption } from './disk-encryption';
export { type IIdentity, Identity, type IdentityProps } from './identity';
export { type ExistingKeyVaultOptions, type IKeyVault, KeyVault, type KeyVaultProps } from './key-vault';
export { type ISecurity, Security, type SecurityProps, type SecuritySettings } from './security';
export { SecurityStack, type SecurityStackProps } from './security-stack';
export { type IServiceKey, ServiceKey, type ServiceKeyProps } from './service-key';
export { type IWebCertificate, WebCertificate, type WebCertificateProps } from './web-certificate';
