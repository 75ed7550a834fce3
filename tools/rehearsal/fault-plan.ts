import { type FaultKind, type FaultPlan } from '@iris-azure/stand-in';
import { createHash } from 'node:crypto';

/** What may happen to a request that only reads: nothing has been started that could fail later. */
const readFaults: readonly FaultKind[] = ['TooManyRequests', 'InternalServerError', 'ConnectionReset'];

const writeFaults: readonly FaultKind[] = [...readFaults, 'OperationFailed'];

/** Every request to Resource Manager and Key Vault fails when it comes first, always in the same way in every rehearsal. */
export const everyRequestOnce: FaultPlan = ({ method, host, path }) => {
  if (host === 'login.microsoftonline.com') {
    return undefined;
  }
  const kinds = method === 'GET' || method === 'HEAD' ? readFaults : writeFaults;
  const digest = createHash('sha256').update(`${method} ${host}${path}`.toLowerCase()).digest();
  return kinds[digest.readUInt32BE() % kinds.length];
};
