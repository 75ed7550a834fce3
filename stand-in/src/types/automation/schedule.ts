import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, object, readOnly } from '../../arm/shape';
import { removeJobSchedules } from './job-schedule';

const day = z.enum(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']);

/**
 * When runbooks run. Azure refuses a beginning that is not at least five minutes ahead; the stand-in has no clock, and takes
 * any.
 *
 * @see https://learn.microsoft.com/rest/api/automation/schedule/create-or-update
 */
export const schedule: ResourceType = {
  type: 'Microsoft.Automation/automationAccounts/schedules',
  name: {
    pattern: /^(?=.{1,128}$)[^<>*%&:\\?.+/]*[^<>*%&:\\?.+/\s]$/,
    allowed: '1 to 128 characters, none of them <>*%&:\\?.+/, the last no space',
  },
  shape: bodyShape({
    properties: {
      advancedSchedule: object({
        monthDays: z.array(z.int().min(-1).max(31)),
        monthlyOccurrences: z.array(object({ day, occurrence: z.int().min(-1).max(5) }, ['day', 'occurrence'])),
        weekDays: z.array(day),
      }),
      creationTime: readOnly,
      description: z.string().max(512),
      expiryTime: z.iso.datetime({ offset: true }),
      expiryTimeOffsetMinutes: readOnly,
      frequency: z.enum(['Day', 'Hour', 'Minute', 'Month', 'OneTime', 'Week']),
      interval: z.int().min(1).max(100),
      isEnabled: readOnly,
      lastModifiedTime: readOnly,
      nextRun: readOnly,
      nextRunOffsetMinutes: readOnly,
      startTime: z.iso.datetime({ offset: true }),
      startTimeOffsetMinutes: readOnly,
      timeZone: z.string(),
    },
    required: ['frequency', 'startTime'],
  }),
  check({ name, properties }) {
    const { frequency, advancedSchedule = {} } = properties as {
      readonly frequency: string;
      readonly advancedSchedule?: { readonly weekDays?: readonly string[]; readonly monthDays?: readonly number[] };
    };
    if (advancedSchedule.weekDays?.length && frequency !== 'Week') {
      throw badRequest('BadRequest', `Schedule ${name} can have days of the week only with the frequency Week.`);
    }
    if (advancedSchedule.monthDays?.length && frequency !== 'Month') {
      throw badRequest('BadRequest', `Schedule ${name} can have days of the month only with the frequency Month.`);
    }
  },
  complete: (resource) => ({
    ...resource,
    properties: {
      expiryTime: '9999-12-31T23:59:00+00:00',
      timeZone: 'Etc/UTC',
      ...resource.properties,
      isEnabled: true,
    },
  }),
  deleted: (deleted, azure) => {
    removeJobSchedules('schedule', deleted, azure);
  },
};
