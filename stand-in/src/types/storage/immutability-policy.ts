import { z } from 'zod';
import { badRequest, conflict } from '../../arm/arm-error';
import { type Resource } from '../../arm/resource';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, readOnly } from '../../arm/shape';
import { type Azure } from '../../azure';
import { accountType } from './kind';
import { defaultName } from './names';

/** Type of the policy that keeps the blobs of a container. */
export const immutabilityPolicyType = `${accountType}/blobServices/containers/immutabilityPolicies`;

/**
 * Time for which the blobs of a container are kept. Once it is locked it is neither changed nor deleted.
 *
 * @see https://learn.microsoft.com/rest/api/storagerp/blob-containers/create-or-update-immutability-policy
 */
export const immutabilityPolicy: ResourceType = {
  type: immutabilityPolicyType,
  name: defaultName,
  shape: bodyShape({
    properties: {
      allowProtectedAppendWrites: z.boolean(),
      allowProtectedAppendWritesAll: z.boolean(),
      immutabilityPeriodSinceCreationInDays: z.int().min(1).max(146000),
      state: readOnly,
    },
  }),
  createdStatus: 200,
  check(policy, _azure, previous) {
    if (
      policy.properties['allowProtectedAppendWrites'] === true &&
      policy.properties['allowProtectedAppendWritesAll'] === true
    ) {
      throw badRequest(
        'InvalidValuesForRequestParameters',
        'Values for request parameters are invalid: allowProtectedAppendWrites, allowProtectedAppendWritesAll.',
      );
    }
    refuseLocked(previous);
  },
  complete: (policy) => ({ ...policy, properties: { ...policy.properties, state: 'Unlocked' } }),
  checkDelete: refuseLocked,
  actions: {
    lock: (policy, azure) => ({ status: 200, body: locked(policy, azure) }),
  },
};

function locked(policy: Resource, { store }: Azure): Resource {
  const result = { ...policy, properties: { ...policy.properties, state: 'Locked' } };
  store.put(result);
  return result;
}

/** @see https://github.com/Azure/azure-powershell/issues/26148 */
function refuseLocked(policy: Resource | undefined): void {
  if (policy?.properties['state'] === 'Locked') {
    throw conflict('OperationNotAllowed', 'Operation not allowed on immutability policy with current state.');
  }
}
