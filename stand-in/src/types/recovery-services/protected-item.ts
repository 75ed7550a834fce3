import { z } from 'zod';
import { badRequest, conflict, notFound } from '../../arm/arm-error';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, object, readOnly } from '../../arm/shape';
import { type Azure } from '../../azure';

/** Type of what a vault protects. */
export const protectedItemType = 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems';

/** Properties of an item, as far as it is checked. */
interface ItemProperties {
  readonly policyId?: string;
  readonly sourceResourceId?: string;
}

/**
 * A virtual machine under a policy of its vault; its container comes and goes with it. An item of which no backup was taken,
 * as none is here, leaves nothing behind that soft delete would keep.
 *
 * @see https://learn.microsoft.com/rest/api/backup/protected-items/create-or-update
 * @see https://learn.microsoft.com/azure/backup/backup-azure-arm-userestapi-backupazurevms
 */
export const protectedItem: ResourceType = {
  type: protectedItemType,
  name: { pattern: /^VM;iaasvmcontainerv2;[^;]+;[^;]+$/i, allowed: 'VM;iaasvmcontainerv2;GROUP;MACHINE' },
  parentImplied: true,
  shape: bodyShape({
    properties: {
      backupManagementType: z.enum(['AzureIaasVM']),
      containerName: readOnly,
      extendedInfo: readOnly,
      extendedProperties: object({
        diskExclusionProperties: object(
          { diskLunList: z.array(z.int().min(0).max(63)).min(1), isInclusionList: z.boolean() },
          ['diskLunList', 'isInclusionList'],
        ),
        linuxVmApplicationName: z.string(),
      }),
      friendlyName: z.string(),
      healthStatus: readOnly,
      isRehydrate: z.boolean(),
      isScheduledForDeferredDelete: readOnly,
      lastBackupStatus: readOnly,
      lastRecoveryPoint: readOnly,
      policyId: z.string(),
      policyName: readOnly,
      protectedItemDataId: readOnly,
      protectedItemType: z.enum(['Microsoft.Compute/virtualMachines']),
      protectionState: z.enum(['BackupsSuspended', 'IRPending', 'Protected', 'ProtectionStopped']),
      protectionStatus: readOnly,
      sourceResourceId: z.string(),
      virtualMachineId: z.string(),
      workloadType: z.enum(['VM']),
    },
    required: ['protectedItemType', 'sourceResourceId'],
  }),
  createdStatus: 200,
  longRunning: ['put', 'delete'],
  check(item, azure) {
    const vaultId = vaultOf(item);
    if (!azure.store.find(vaultId)) {
      throw notFound('ResourceNotFound', `The Resource '${vaultId}' was not found.`);
    }
    checkMachine(item, azure);
    checkPolicy(item, vaultId, azure);
  },
  complete: (item) => ({
    ...item,
    properties: { protectionState: 'IRPending', ...item.properties, backupManagementType: 'AzureIaasVM' },
  }),
  show: () => ({ isScheduledForDeferredDelete: false }),
};

/** The name of an item is that of its machine, which one vault protects. */
function checkMachine(item: Resource, { store }: Azure): void {
  const { sourceResourceId = '' } = item.properties as ItemProperties;
  const { name, resourceGroup } = ResourceId.parse(sourceResourceId);
  const expected = `VM;iaasvmcontainerv2;${resourceGroup?.name ?? ''};${name}`;
  if (item.name.toLowerCase() !== expected.toLowerCase()) {
    throw badRequest('BMSUserErrorInvalidInput', `Protected item must be named ${expected}, got ${item.name}.`);
  }
  const elsewhere = store
    .referrers(sourceResourceId, protectedItemType)
    .find(({ id }) => id.toLowerCase() !== item.id.toLowerCase());
  if (elsewhere) {
    throw conflict(
      'BMSUserErrorObjectAlreadyProtected',
      `Machine ${name} is protected already, by ${vaultOf(elsewhere)}.`,
    );
  }
}

/** A machine with Trusted Launch needs an Enhanced policy. @see https://learn.microsoft.com/azure/backup/backup-support-matrix-iaas */
function checkPolicy(item: Resource, vaultId: string, { store }: Azure): void {
  const { policyId, sourceResourceId } = item.properties as ItemProperties;
  if (policyId === undefined) {
    return;
  }
  if (!policyId.toLowerCase().startsWith(`${vaultId.toLowerCase()}/backuppolicies/`)) {
    throw badRequest('BMSUserErrorInvalidInput', `Policy ${policyId} must be one of vault ${vaultId}.`);
  }
  const { securityType } = (store.find(sourceResourceId)?.properties['securityProfile'] ?? {}) as {
    readonly securityType?: string;
  };
  if (securityType === 'TrustedLaunch' && store.find(policyId)?.properties['policyType'] !== 'V2') {
    throw badRequest(
      'UserErrorTrustedLaunchVMNotSupported',
      `Machine ${sourceResourceId ?? ''} has Trusted Launch: it needs an Enhanced policy.`,
    );
  }
}

function vaultOf({ id }: Resource): string {
  return id.replace(/\/backupFabrics\/.*$/i, '');
}
