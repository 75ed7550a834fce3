import { type IResourceGroup, Refusal } from '@iris-azure/foundation';
import { type INetwork, type IPrivateDnsZone } from '@iris-azure/network';
import { Construct } from 'constructs';
import { CustomerManagedKey } from './customer-managed-key';
import { DiskEncryption, type IDiskEncryption } from './disk-encryption';
import { type IIdentity, Identity } from './identity';
import { type IKeyVault, KeyVault } from './key-vault';
import { ServiceKey, type ServiceKeyProps } from './service-key';
import { type IWebCertificate, WebCertificate } from './web-certificate';

/** What is chosen for the keys, certificate and identities of a region. */
export interface SecuritySettings {
  /** Network from which the vault is reached. */
  readonly network: INetwork;
  /** Host name that users type, for the web certificate. */
  readonly hostName: string;
  /** Public ranges for a first deployment, see {@link KeyVaultProps.deployerRanges}. @default none */
  readonly deployerRanges?: readonly string[];
  /** Zone in which the vault's private end point is registered. @default one of the vault's own, linked to the network */
  readonly privateDnsZone?: IPrivateDnsZone;
}

/** Properties of {@link Security}. */
export interface SecurityProps extends SecuritySettings {
  /** Resource group of everything that keeps the region's secrets. */
  readonly resourceGroup: IResourceGroup;
  /**
   * Vault for this region alone: the names of its keys (`disk-encryption`, `database-encryption`) and of its certificate
   * (`web`) are fixed. `network`, `deployerRanges` and `privateDnsZone` say nothing about a vault that is given.
   *
   * @default one of its own, see {@link KeyVault}
   */
  readonly keyVault?: IKeyVault;
}

/** What the other parts of a region need of its keys, certificate and identities. */
export interface ISecurity {
  /** Encryption of every disk in the region. */
  readonly diskEncryption: IDiskEncryption;
  /** Certificate of the region's web end point. */
  readonly webCertificate: IWebCertificate;
  /** Identity of the region's Application Gateway, which reads the certificate. */
  readonly gatewayIdentity: IIdentity;
  /** Identity of the mirror members, which unwrap the database encryption key. */
  readonly mirrorIdentity: IIdentity;
  /** Identity of web, application and print servers. */
  readonly serverIdentity: IIdentity;
}

/**
 * Keys, certificate and identities of one region: everything that the other parts must be given and must not make.
 *
 * Each purpose has a key of its own: disks and databases from the start, others by {@link Security.addServiceKey}.
 */
export class Security extends Construct implements ISecurity {
  /** Resource group of everything that keeps the region's secrets. */
  public readonly resourceGroup: IResourceGroup;
  /** Key vault of the region, for further keys in the same stack. */
  public readonly keyVault: IKeyVault;
  /** Encryption of every disk in the region. */
  public readonly diskEncryption: IDiskEncryption;
  /** Certificate of the region's web end point. */
  public readonly webCertificate: IWebCertificate;
  /** Identity of the region's Application Gateway, which reads the certificate. */
  public readonly gatewayIdentity: IIdentity;
  /** Identity of the mirror members, which unwrap the database encryption key. */
  public readonly mirrorIdentity: IIdentity;
  /** Identity of web, application and print servers. */
  public readonly serverIdentity: IIdentity;
  private readonly purposes = new Set(['disk', 'database']);

  public constructor(scope: Construct, id: string, props: SecurityProps) {
    super(scope, id);
    const { resourceGroup, hostName, keyVault = new KeyVault(this, 'KeyVault', props) } = props;
    this.resourceGroup = resourceGroup;
    this.keyVault = keyVault;
    this.diskEncryption = new DiskEncryption(this, 'DiskEncryption', { resourceGroup, keyVault });
    const webCertificate = new WebCertificate(this, 'WebCertificate', { keyVault, hostName });
    this.webCertificate = webCertificate;
    const databaseKey = new CustomerManagedKey(this, 'DatabaseKey', {
      keyVault,
      name: 'database-encryption',
      operations: ['decrypt', 'encrypt', 'unwrapKey', 'wrapKey'],
    });

    this.gatewayIdentity = new Identity(this, 'GatewayIdentity', { resourceGroup, part: 'gateway' });
    this.mirrorIdentity = new Identity(this, 'MirrorIdentity', { resourceGroup, part: 'mirror' });
    this.serverIdentity = new Identity(this, 'ServerIdentity', { resourceGroup, part: 'server' });
    webCertificate.grantRead('GatewayRole', this.gatewayIdentity);
    webCertificate.grantRead('ServerRole', this.serverIdentity);
    databaseKey.grant('MirrorRole', this.mirrorIdentity, 'Key Vault Crypto User');
  }

  /**
   * Adds a key for one more purpose, and the identity under which a service of the region uses it: a Recovery Services vault,
   * the storage accounts that hold backups.
   *
   * @throws Refusal when something has a key for this purpose already.
   */
  public addServiceKey(id: string, { purpose }: Pick<ServiceKeyProps, 'purpose'>): ServiceKey {
    if (this.purposes.has(purpose)) {
      throw new Refusal(
        `${this.node.path}: each purpose has one key, got '${purpose}' again; set purpose to what '${id}' alone encrypts`,
      );
    }
    this.purposes.add(purpose);
    return new ServiceKey(this, id, { resourceGroup: this.resourceGroup, keyVault: this.keyVault, purpose });
  }
}
