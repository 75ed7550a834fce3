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

/** Names of DNS zones: two or more labels of at most 63 characters. */
export const dnsZoneName: NameRule = {
  pattern: /^(?=.{1,253}$)([A-Za-z0-9_]([\w-]{0,61}\w)?\.)+[A-Za-z0-9]([\w-]{0,61}\w)?$/,
  allowed: '2 or more labels, joined by periods, each of 1 to 63 letters, digits, underscores and inner hyphens',
};

/** Names that are GUIDs. */
export const uuidName: NameRule = {
  pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  allowed: 'a GUID',
};
