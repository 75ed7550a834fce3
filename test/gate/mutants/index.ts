import { availability } from './availability';
import { backup } from './backup';
import { backupCopies } from './backup-copies';
import { disasterRecovery } from './disaster-recovery';
import { encryptionAtRest } from './encryption-at-rest';
import { keys } from './keys';
import { monitoring } from './monitoring';
import { network } from './network';
import { perimeter } from './perimeter';
import { premiumStorage } from './premium-storage';
import { retired } from './retired';
import { sizing } from './sizing';
import { storage } from './storage';
import { tlsInFlight } from './tls-in-flight';
import { type Mutant } from './mutant';
import { zones } from './zones';

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
  ...monitoring,
  ...perimeter,
  ...retired,
  ...sizing,
  ...zones,
];
