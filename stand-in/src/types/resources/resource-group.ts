import { bodyShape, readOnly } from '../../arm/shape';
import { type ResourceType } from '../../arm/resource-type';

/** @see https://learn.microsoft.com/rest/api/resources/resource-groups/create-or-update */
export const resourceGroup: ResourceType = {
  type: 'Microsoft.Resources/resourceGroups',
  name: {
    pattern: /^(?=.{1,90}$)[\p{L}\p{N}_.()-]*[\p{L}\p{N}_()-]$/u,
    allowed: '1 to 90 letters, digits, underscores, parentheses, hyphens and periods, not ending with a period',
  },
  shape: bodyShape({ properties: {}, beside: { managedBy: readOnly } }),
  location: 'region',
  longRunning: ['delete'],
};
