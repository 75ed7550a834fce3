/**
 * How often Azure keeps what an account holds, and where: `LRS` three times in one building, `ZRS` in three zones, `GRS`
 * and `GZRS` also in the paired region, `RAGRS` and `RAGZRS` there for reading too, before any failover.
 *
 * An account never changes between the kinds with zones and those without: another value replaces it and what it holds.
 *
 * @see https://learn.microsoft.com/azure/storage/common/storage-redundancy
 */
export type Replication = 'LRS' | 'ZRS' | 'GRS' | 'RAGRS' | 'GZRS' | 'RAGZRS';
