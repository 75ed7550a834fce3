import { KeyVaultCertificate } from '@cdktf/provider-azurerm/lib/key-vault-certificate';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { type ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type IIdentity } from './identity';
import { type IKeyVault } from './key-vault';

/** Name of the certificate, and of the secret that holds it with its private key. */
const certificateName = 'web';

/** What a gateway needs of its certificate. */
export interface IWebCertificate {
  /** Identifier of the certificate with its private key, without version: whoever uses it follows each renewal. */
  readonly versionlessSecretId: string;
  /** Roles by which the certificate can be read: what reads it in the same stack must wait for them. */
  readonly readers: readonly ITerraformDependable[];
}

/** Properties of {@link WebCertificate}. */
export interface WebCertificateProps {
  /** Vault that holds the certificate. */
  readonly keyVault: IKeyVault;
  /** Host name that users type, subject and alternative name of the certificate. */
  readonly hostName: string;
}

/**
 * Certificate of the web end point, in the vault.
 *
 * The first version is self-signed, so that a gateway can be deployed before an authority has answered. Import the
 * authority's certificate as a new version under the same name (`web`): gateways follow within four hours, and a later
 * deployment leaves it alone.
 */
export class WebCertificate extends Construct implements IWebCertificate {
  /** Roles by which the certificate can be read: what reads it in the same stack must wait for them. */
  public readonly readers: RoleAssignment[] = [];
  private readonly resource: KeyVaultCertificate;
  private readonly keyVault: IKeyVault;

  public constructor(scope: Construct, id: string, { keyVault, hostName }: WebCertificateProps) {
    super(scope, id);
    this.keyVault = keyVault;
    this.resource = new KeyVaultCertificate(this, 'Resource', {
      name: certificateName,
      keyVaultId: keyVault.id,
      certificatePolicy: {
        issuerParameters: { name: 'Self' },
        keyProperties: { keyType: 'RSA', keySize: 3072, exportable: true, reuseKey: false },
        secretProperties: { contentType: 'application/x-pkcs12' },
        lifetimeAction: [{ action: { actionType: 'AutoRenew' }, trigger: { daysBeforeExpiry: 30 } }],
        x509CertificateProperties: {
          subject: `CN=${hostName}`,
          subjectAlternativeNames: { dnsNames: [hostName] },
          keyUsage: ['digitalSignature', 'keyEncipherment'],
          extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
          validityInMonths: 12,
        },
      },
      lifecycle: { ignoreChanges: ['certificate_policy'] },
      provider: keyVault.provider,
      dependsOn: [...keyVault.ready],
    });
  }

  /** Identifier of the certificate with its private key, without version: whoever uses it follows each renewal. */
  public get versionlessSecretId(): string {
    return this.resource.versionlessSecretId;
  }

  /** Lets an identity read the certificate with its private key, and no other secret of the vault. */
  public grantRead(id: string, identity: IIdentity): void {
    const role = new RoleAssignment(this, id, {
      scope: `${this.keyVault.id}/secrets/${certificateName}`,
      roleDefinitionName: 'Key Vault Secrets User',
      principalId: identity.principalId,
      principalType: 'ServicePrincipal',
      // The scope is the certificate's secret, which is there when the certificate is.
      dependsOn: [this.resource],
    });
    this.readers.push(role);
  }
}
