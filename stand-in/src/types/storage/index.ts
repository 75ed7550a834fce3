import { type ResourceType } from '../../arm/resource-type';
import { storageAccount } from './account';
import { blobContainer } from './container';
import { immutabilityPolicy } from './immutability-policy';
import { managementPolicy } from './management-policy';
import { blobService, fileService } from './services';
import { fileShare } from './share';

/** Storage accounts and what is in them, as far as Resource Manager reaches. */
export const storageTypes: readonly ResourceType[] = [
  storageAccount,
  blobService,
  fileService,
  blobContainer,
  immutabilityPolicy,
  managementPolicy,
  fileShare,
];
