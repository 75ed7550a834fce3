import { availability } from './availability';
import { encryptionAtRest } from './encryption-at-rest';
import { network } from './network';
import { premiumStorage } from './premium-storage';
import { tlsInFlight } from './tls-in-flight';
import { type Mutant } from './mutant';

export { type Mutant };

/** A mutant for each rule of the catalogue. */
export const mutants: readonly Mutant[] = [
  ...premiumStorage,
  ...availability,
  ...encryptionAtRest,
  ...network,
  ...tlsInFlight,
];
