import { Refusal, refusingAt } from '@iris-azure/foundation';
import { StorageShare } from '@cdktf/provider-azurerm/lib/storage-share';
import { Construct } from 'constructs';
import { type IStorageAccount } from './storage-account';

/**
 * Limits of file shares, as of 2026: of a share's size, and of one file in it.
 *
 * @see https://learn.microsoft.com/azure/storage/files/storage-files-scale-targets
 */
export const fileShareLimits = {
  /** Largest share: 100 TiB, on standard hardware and on provisioned v1 premium hardware. */
  quotaGib: 102_400,
  /** Smallest share on premium hardware. */
  premiumQuotaGib: 100,
  /** Largest file: 4 TiB. */
  fileGib: 4096,
  /** Throughput of one file on standard hardware. */
  fileMibPerSecond: 60,
  /** Throughput of one file on premium hardware. */
  premiumFileMibPerSecond: 1024,
} as const;

/** Properties of {@link FileShare}. */
export interface FileShareProps {
  /** Account that holds the share. */
  readonly storageAccount: IStorageAccount;
  /** Name of the share: 3 to 63 lower-case letters, digits and single hyphens. */
  readonly name: string;
  /** Size beyond which nothing more is written, in GiB: 1 to 102400. */
  readonly quotaGib: number;
  /**
   * What is cheap on standard hardware: transactions, both, or space. `Premium` in an account of kind FileStorage.
   *
   * @default Hot
   */
  readonly accessTier?: 'TransactionOptimized' | 'Hot' | 'Cool' | 'Premium';
}

/** File share for SMB clients, made by Resource Manager. How they sign in and encrypt is set at its account. */
export class FileShare extends Construct {
  private readonly resource: StorageShare;

  public constructor(scope: Construct, id: string, props: FileShareProps) {
    super(scope, id);
    const { storageAccount, name, quotaGib, accessTier = 'Hot' } = props;
    refusingAt(this, () => {
      assertName(name);
      assertQuota(quotaGib, accessTier);
    });
    this.resource = new StorageShare(this, 'Resource', {
      name,
      storageAccountId: storageAccount.id,
      enabledProtocol: 'SMB',
      quota: quotaGib,
      accessTier,
    });
  }

  /** Resource id of the share. */
  public get id(): string {
    return this.resource.id;
  }

  /** Azure's name of the share. */
  public get name(): string {
    return this.resource.name;
  }
}

function assertName(name: string): void {
  if (!/^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    throw new Refusal(
      `share name must be 3 to 63 lower-case letters, digits and single hyphens, got '${name}'; set name`,
    );
  }
}

function assertQuota(quotaGib: number, accessTier: FileShareProps['accessTier']): void {
  const least = accessTier === 'Premium' ? fileShareLimits.premiumQuotaGib : 1;
  if (!Number.isInteger(quotaGib) || quotaGib < least || quotaGib > fileShareLimits.quotaGib) {
    throw new Refusal(
      `share must be ${least} to ${fileShareLimits.quotaGib} GiB, got ${quotaGib}; set quotaGib, or spread over several shares`,
    );
  }
}
