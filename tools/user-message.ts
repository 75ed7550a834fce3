import { EstateError } from '@iris-azure/estate';
import { Refusal } from '@iris-azure/foundation';
import { GateError } from '@iris-azure/gate';

/** What a user is told of an error: the message alone of one that tells what to mend, and its kind too of any other. */
export function userMessage(error: unknown): string {
  const tells = error instanceof Refusal || error instanceof EstateError || error instanceof GateError;
  return tells ? error.message : String(error);
}
