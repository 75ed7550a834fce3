/** Container of blobs in which Terraform keeps the state of each stack, made before any of them. */
export interface StateStorage {
  /** Resource group of the storage account. */
  readonly resourceGroupName: string;
  /** Storage account, which takes Entra ID tokens alone. */
  readonly storageAccountName: string;
  /** Container in it. */
  readonly containerName: string;
  /** Subscription of the storage account. @default the one that is deployed to */
  readonly subscriptionId?: string;
}
