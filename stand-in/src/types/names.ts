import { type NameRule } from '../arm/resource-type';

/**
 * Most resources of Microsoft.Network: up to a length of letters, digits, underscores, periods and hyphens, beginning
 * with a letter or digit, ending with one or an underscore.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftnetwork
 */
export function networkName(maxLength = 80): NameRule {
  return {
    pattern: new RegExp(`^(?=.{1,${maxLength}}$)[A-Za-z0-9]([\\w.-]*\\w)?$`),
    allowed: `1 to ${maxLength} letters, digits, underscores, periods and hyphens, beginning with a letter or digit and ending with one or an underscore`,
  };
}
