import { z } from 'zod';
import { lockType } from '../../arm/locks';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape } from '../../arm/shape';

/** @see https://learn.microsoft.com/rest/api/resources/management-locks/create-or-update-by-scope */
export const lock: ResourceType = {
  type: lockType,
  name: {
    pattern: /^[^<>%&\\?/]{1,260}$/,
    allowed: '1 to 260 characters, none of them <>%&\\?/',
  },
  extension: true,
  location: 'none',
  shape: bodyShape({
    properties: {
      level: z.enum(['CanNotDelete', 'ReadOnly', 'NotSpecified']),
      notes: z.string().max(512),
      owners: z.array(anything),
    },
    required: ['level'],
  }),
};
