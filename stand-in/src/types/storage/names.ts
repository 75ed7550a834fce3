import { type NameRule } from '../../arm/resource-type';

/** Containers and shares. */
export const contentName: NameRule = {
  pattern: /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/,
  allowed: '3 to 63 lower-case letters, digits and single hyphens, beginning and ending with a letter or digit',
};

/** What there is one of, such as the services of an account. */
export const defaultName: NameRule = { pattern: /^default$/i, allowed: 'default' };
