import { z } from 'zod';
import { without } from '../../arm/json';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, object, readOnly } from '../../arm/shape';
import { computeName } from './names';

/** @see https://learn.microsoft.com/rest/api/compute/virtual-machine-extensions/create-or-update */
export const virtualMachineExtension: ResourceType = {
  type: 'Microsoft.Compute/virtualMachines/extensions',
  name: computeName(80),
  location: 'region',
  shape: bodyShape({
    properties: {
      autoUpgradeMinorVersion: z.boolean(),
      enableAutomaticUpgrade: z.boolean(),
      forceUpdateTag: z.string(),
      instanceView: readOnly,
      // What the publisher of the extension reads.
      protectedSettings: anything,
      protectedSettingsFromKeyVault: object({ secretUrl: z.string(), sourceVault: anything }),
      provisionAfterExtensions: z.array(z.string()),
      publisher: z.string(),
      settings: anything,
      suppressFailures: z.boolean(),
      type: z.string(),
      typeHandlerVersion: z.string(),
    },
    required: ['publisher', 'type', 'typeHandlerVersion'],
  }),
  longRunning: ['put', 'delete'],
  complete: (extension) => ({ ...extension, properties: without(extension.properties, 'protectedSettings') }),
};
