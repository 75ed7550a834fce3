import { type NameRule } from '../../arm/resource-type';

/**
 * Names of resources of Microsoft.Compute.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftcompute
 */
export function computeName(maxLength = 80): NameRule {
  return {
    pattern: new RegExp(`^(?=.{1,${maxLength}}$)[A-Za-z0-9_]([\\w.-]*[A-Za-z0-9_])?$`),
    allowed: `1 to ${maxLength} letters, digits, underscores, periods and hyphens, not ending with a period or hyphen`,
  };
}
