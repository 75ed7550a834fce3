import { availability } from './availability';
import { backup } from './backup';
import { backupCopies } from './backup-copies';
import { encryptionAtRest } from './encryption-at-rest';
import { network } from './network';
import { perimeter } from './perimeter';
import { premiumStorage } from './premium-storage';
import { storage } from './storage';
import { tlsInFlight } from './tls-in-flight';
import { type Mutant } from './mutant';

export { type Mutant };

/** A mutant for each rule of the catalogue. */
export const mutants: readonly Mutant[] = [
  ...premiumStorage,
  ...storage,
  ...backupCopies,
  ...availability,
  ...backup,
  ...encryptionAtRest,
  ...network,
  ...tlsInFlight,
  ...perimeter,
];
