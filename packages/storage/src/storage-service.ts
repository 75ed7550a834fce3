import { type Cloud } from '@iris-azure/foundation';

/** What of a storage account is reached through a private end point of its own. */
export type StorageService = 'blob' | 'file';

/** Name of the zone in which private end points of a service are registered, the one that Azure prescribes. */
export function storageZoneName(service: StorageService, { storageSuffix }: Cloud): string {
  return `privatelink.${service}.${storageSuffix}`;
}
