import { z } from 'zod';
import { regionNames } from '../region';
import { parseResourceId } from '../resource-id';

/** A short word used in names: letters and digits, beginning with a letter. */
export function word(maxLength: number) {
  return z
    .string({ error: `must be a word of 2 to ${maxLength} characters` })
    .regex(new RegExp(`^[a-z][a-z0-9]{1,${maxLength - 1}}$`), {
      error: `must be 2 to ${maxLength} lower-case letters and digits, beginning with a letter`,
    });
}

/** An IPv4 range in CIDR notation. */
export const cidr = z.cidrv4({ error: 'must be an IPv4 range such as 10.20.0.0/21' });

/** A list of IPv4 ranges, possibly empty. */
export const cidrs = z.array(cidr, { error: 'must be a list of IPv4 ranges such as 10.20.0.0/21' });

/** Size of a virtual machine. */
export const size = z
  .string({ error: 'must be a virtual machine size such as Standard_E16ds_v5' })
  .regex(/^Standard_[A-Z]+\d+(-\d+)?\w*$/, {
    error: 'must be a virtual machine size of tier Standard, such as Standard_E16ds_v5',
  });

/** Path of a web page, without query. */
export const absolutePath = z.string({ error: 'must be a path that begins with /' }).regex(/^\/[^\s?#]*$/, {
  error: 'must be a path that begins with /, without query',
});

/** A region, and the range of the network in it. */
export const region = z.strictObject({
  name: z.enum(regionNames, { error: `must be one of ${regionNames.join(', ')}` }),
  addressSpace: cidr,
});

/** Text that is nothing but a description of what it must be. */
export function text(error: string) {
  return z.string({ error }).min(1, { error });
}

/** Resource id of one type. */
export function resourceId(type: string) {
  return z.string({ error: `must be the resource id of a ${type}` }).refine((id) => isResourceId(id, type), {
    error: `must be the resource id of a ${type}, as /subscriptions/SUBSCRIPTION/resourceGroups/NAME/providers/...`,
  });
}

function isResourceId(id: string, type: string): boolean {
  try {
    parseResourceId(id, type);
    return true;
  } catch {
    return false;
  }
}
