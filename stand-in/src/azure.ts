import { type Operations } from './arm/operations';
import { type Resource } from './arm/resource';
import { type Store } from './arm/store';

/** What the stand-in remembers: all that types and data planes know of each other. */
export interface Azure {
  /** Resources of the one subscription. */
  readonly store: Store;
  /** Work in progress. */
  readonly operations: Operations;
  /** What is deleted, and may be recovered or purged, by the name that it keeps taken: each with what was in it. */
  readonly softDeleted: Map<string, readonly Resource[]>;
}
