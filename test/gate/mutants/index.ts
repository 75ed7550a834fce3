import { availability } from './availability';
import { backup } from './backup';
import { disasterRecovery } from './disaster-recovery';
import { encryptionAtRest } from './encryption-at-rest';
import { keys } from './keys';
import { network } from './network';
import { perimeter } from './perimeter';
import { premiumStorage } from './premium-storage';
import { retired } from './retired';
import { tlsInFlight } from './tls-in-flight';
import { type Mutant } from './mutant';
import { zones } from './zones';

export { type Mutant };

/** A mutant for each rule of the catalogue. */
export const mutants: readonly Mutant[] = [
  ...premiumStorage,
  ...availability,
  ...backup,
  ...disasterRecovery,
  ...encryptionAtRest,
  ...keys,
  ...network,
  ...tlsInFlight,
  ...perimeter,
  ...retired,
  ...zones,
];
