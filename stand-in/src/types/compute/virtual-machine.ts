import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { isObject, type JsonObject, without } from '../../arm/json';
import { pseudoUuid } from '../../arm/pseudo-uuid';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type ActionAnswer, type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, identity, object, readOnly, reference, zones } from '../../arm/shape';
import { checkCapacityReservation } from './capacity-reservation';
import { checkDataDisks } from './data-disks';
import { diskKinds } from './disk';
import { checkMachineNetwork } from './machine-network';
import { computeName } from './names';
import { checkOsProfile } from './os-profile';
import { checkOffered } from './vm-sizes';

const diskType = 'Microsoft.Compute/disks';

const caching = z.enum(['None', 'ReadOnly', 'ReadWrite']);

const managedDisk = object({
  diskEncryptionSet: reference,
  id: z.string(),
  securityProfile: anything,
  storageAccountType: z.enum(diskKinds),
});

const dataDisk = object(
  {
    caching,
    createOption: z.enum(['Attach', 'Copy', 'Empty', 'FromImage', 'Restore']),
    deleteOption: z.enum(['Delete', 'Detach']),
    detachOption: z.enum(['ForceDetach']),
    diskIOPSReadWrite: readOnly,
    diskMBpsReadWrite: readOnly,
    diskSizeGB: z.int(),
    image: anything,
    lun: z.int(),
    managedDisk,
    name: z.string(),
    sourceResource: anything,
    toBeDetached: z.boolean(),
    vhd: anything,
    writeAcceleratorEnabled: z.boolean(),
  },
  ['createOption', 'lun'],
);

const osDisk = object(
  {
    caching,
    createOption: z.enum(['Attach', 'FromImage', 'Empty', 'Copy', 'Restore']),
    deleteOption: z.enum(['Delete', 'Detach']),
    diffDiskSettings: anything,
    diskSizeGB: z.int(),
    encryptionSettings: anything,
    image: anything,
    managedDisk,
    name: z.string(),
    osType: z.enum(['Linux', 'Windows']),
    vhd: anything,
    writeAcceleratorEnabled: z.boolean(),
  },
  ['createOption'],
);

/**
 * A virtual machine.
 *
 * @see https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update
 */
export const virtualMachine: ResourceType = {
  type: 'Microsoft.Compute/virtualMachines',
  name: computeName(64),
  shape: bodyShape({
    properties: {
      additionalCapabilities: object({ hibernationEnabled: z.boolean(), ultraSSDEnabled: z.boolean() }),
      applicationProfile: anything,
      availabilitySet: reference,
      billingProfile: anything,
      capacityReservation: object({ capacityReservationGroup: reference }),
      diagnosticsProfile: object({ bootDiagnostics: object({ enabled: z.boolean(), storageUri: z.string() }) }),
      evictionPolicy: z.enum(['Deallocate', 'Delete']),
      extensionsTimeBudget: z.string(),
      hardwareProfile: object({ vmSize: z.string(), vmSizeProperties: anything }, ['vmSize']),
      host: reference,
      hostGroup: reference,
      instanceView: readOnly,
      licenseType: z.string(),
      networkProfile: object({
        networkApiVersion: z.string(),
        networkInterfaceConfigurations: anything,
        networkInterfaces: z.array(
          object({
            id: z.string(),
            properties: object({ deleteOption: z.enum(['Delete', 'Detach']), primary: z.boolean() }),
          }),
        ),
      }),
      osProfile: object({
        adminPassword: z.string(),
        adminUsername: z.string(),
        allowExtensionOperations: z.boolean(),
        computerName: z.string(),
        customData: z.string(),
        linuxConfiguration: object({
          disablePasswordAuthentication: z.boolean(),
          enableVMAgentPlatformUpdates: z.boolean(),
          patchSettings: anything,
          provisionVMAgent: z.boolean(),
          ssh: object({ publicKeys: z.array(object({ keyData: z.string(), path: z.string() })) }),
        }),
        requireGuestProvisionSignal: z.boolean(),
        secrets: z.array(anything),
        windowsConfiguration: anything,
      }),
      platformFaultDomain: z.int(),
      priority: z.enum(['Low', 'Regular', 'Spot']),
      proximityPlacementGroup: reference,
      scheduledEventsPolicy: anything,
      scheduledEventsProfile: anything,
      securityProfile: object({
        encryptionAtHost: z.boolean(),
        encryptionIdentity: anything,
        proxyAgentSettings: anything,
        securityType: z.enum(['ConfidentialVM', 'TrustedLaunch', 'Standard']),
        uefiSettings: object({ secureBootEnabled: z.boolean(), vTpmEnabled: z.boolean() }),
      }),
      storageProfile: object({
        dataDisks: z.array(dataDisk),
        diskControllerType: z.enum(['NVMe', 'SCSI']),
        imageReference: object({
          communityGalleryImageId: z.string(),
          exactVersion: readOnly,
          id: z.string(),
          offer: z.string(),
          publisher: z.string(),
          sharedGalleryImageId: z.string(),
          sku: z.string(),
          version: z.string(),
        }),
        osDisk,
      }),
      timeCreated: readOnly,
      userData: z.string(),
      virtualMachineScaleSet: reference,
      vmId: readOnly,
    },
    required: ['hardwareProfile', 'storageProfile', 'networkProfile'],
    beside: {
      extendedLocation: anything,
      identity,
      plan: object({ name: z.string(), product: z.string(), publisher: z.string(), promotionCode: z.string() }),
      resources: readOnly,
      zones: zones.max(1),
    },
  }),
  longRunning: ['put', 'delete'],
  check(machine, azure, previous) {
    if (machine.zones && machine.properties['availabilitySet']) {
      throw badRequest(
        'OperationNotAllowed',
        'Virtual Machine cannot be created because both Availability Zone and Availability Set were specified. Deploying an Availability Set to an Availability Zone isn’t supported.',
      );
    }
    if (previous && idIn(previous, 'availabilitySet') !== idIn(machine, 'availabilitySet')) {
      throw badRequest('PropertyChangeNotAllowed', "Changing property 'availabilitySet.id' is not allowed.");
    }
    checkCapacityReservation(machine, azure);
    checkPlan(machine);
    checkOsProfile(machine, previous);
    checkOffered(machine);
    checkDataDisks(machine, azure);
    checkMachineNetwork(machine, azure);
  },
  complete(machine, azure, previous) {
    const profile = machine.properties['storageProfile'] as JsonObject;
    const written = { ...(profile['osDisk'] as JsonObject) };
    const resource = osDiskOf(machine, written);
    if (!azure.store.find(resource.id)) {
      azure.store.put(resource);
    }
    const managed = isObject(written['managedDisk']) ? written['managedDisk'] : {};
    return {
      // A write that leaves identities out leaves them as they are.
      ...(previous?.['identity'] && { identity: previous['identity'] }),
      ...machine,
      properties: {
        ...machine.properties,
        vmId: pseudoUuid(`machine ${machine.id.toLowerCase()}`),
        additionalCapabilities: notAllFalse(machine.properties['additionalCapabilities']),
        osProfile: withoutSecrets(machine.properties['osProfile']),
        storageProfile: {
          ...profile,
          osDisk: { ...written, name: resource.name, osType: 'Linux', managedDisk: { ...managed, id: resource.id } },
        },
      },
    };
  },
  show: () => ({
    instanceView: { statuses: [{ code: 'PowerState/running', level: 'Info', displayStatus: 'VM running' }] },
  }),
  actions: Object.fromEntries(['start', 'restart', 'poweroff', 'deallocate'].map((name) => [name, done])),
};

/** The machine is as it was: the stand-in's machines do nothing. */
function done(): ActionAnswer {
  return { status: 200 };
}

/**
 * The plan under which an image of the marketplace is bought is that of the image.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/linux/cli-ps-findimage
 */
function checkPlan(machine: Resource): void {
  const { imageReference = {} } = machine.properties['storageProfile'] as {
    readonly imageReference?: { readonly publisher?: string; readonly offer?: string };
  };
  const plan = machine['plan'] as { readonly publisher?: string; readonly product?: string } | undefined;
  if (plan && (plan.publisher !== imageReference.publisher || plan.product !== imageReference.offer)) {
    throw badRequest(
      'VMMarketplaceInvalidInput',
      `The plan of virtual machine ${machine.name} (${plan.publisher ?? ''}, ${plan.product ?? ''}) is not that of its image.`,
    );
  }
}

function idIn({ properties }: Resource, property: string): string | undefined {
  const value = properties[property];
  return isObject(value) && typeof value['id'] === 'string' ? value['id'].toLowerCase() : undefined;
}

/** The disk from which a machine starts: made with the machine, a resource of its own from then on. */
function osDiskOf(machine: Resource, osDisk: JsonObject): Resource {
  const managed = isObject(osDisk['managedDisk']) ? osDisk['managedDisk'] : {};
  const given = typeof osDisk['name'] === 'string' ? osDisk['name'] : undefined;
  const name = given ?? `${machine.name}_OsDisk_1_${pseudoUuid(machine.id.toLowerCase()).replaceAll('-', '')}`;
  const group = ResourceId.parse(machine.id).resourceGroup?.text ?? '';
  const encryptionSet = isObject(managed['diskEncryptionSet']) ? managed['diskEncryptionSet']['id'] : undefined;
  return {
    id: `${group}/providers/${diskType}/${name}`,
    name,
    type: diskType,
    location: machine.location,
    ...(machine.zones && { zones: machine.zones }),
    sku: { name: managed['storageAccountType'] ?? 'Standard_LRS' },
    properties: {
      creationData: { createOption: 'FromImage' },
      diskSizeGB: osDisk['diskSizeGB'] ?? 30,
      osType: 'Linux',
      encryption: encryptionSet
        ? { type: 'EncryptionAtRestWithCustomerKey', diskEncryptionSetId: encryptionSet }
        : { type: 'EncryptionAtRestWithPlatformKey' },
      networkAccessPolicy: 'AllowAll',
      publicNetworkAccess: 'Enabled',
    },
  };
}

/** The service does not show capabilities of which a machine has none. */
function notAllFalse(capabilities: JsonObject[string]): JsonObject | undefined {
  return isObject(capabilities) && Object.values(capabilities).includes(true) ? capabilities : undefined;
}

/** What the service takes in and never shows. */
function withoutSecrets(profile: JsonObject[string]): JsonObject | undefined {
  return isObject(profile) ? without(profile, 'adminPassword', 'customData') : undefined;
}
