import { availability } from './availability';
import { backup } from './backup';
import { backupCopies } from './backup-copies';
import { disasterRecovery } from './disaster-recovery';
import { encryptionAtRest } from './encryption-at-rest';
import { keys } from './keys';
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
  ...disasterRecovery,
  ...encryptionAtRest,
  ...keys,
  ...network,
  ...tlsInFlight,
  ...perimeter,
];
