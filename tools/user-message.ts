import { EstateError } from '@iris-azure/estate';
import { Refusal } from '@iris-azure/foundation';
import { GateError } from '@iris-azure/gate';
import { RehearsalError } from './rehearsal/provider-error';

/** What a user is told of an error: the message alone of one that tells what to mend, and its kind too of any other. */
export function userMessage(error: unknown): string {
  const tells = [Refusal, EstateError, GateError, RehearsalError].some((kind) => error instanceof kind);
  return error instanceof Error && tells ? error.message : String(error);
}
