import { z } from 'zod';
import { badRequest, conflict } from '../../arm/arm-error';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, object, readOnly } from '../../arm/shape';
import { publishedContentId } from '../../automation/automation';
import { type Azure } from '../../azure';
import { uuidName } from '../names';

const type = 'Microsoft.Automation/automationAccounts/jobSchedules';

const named = object({ name: z.string() }, ['name']);

/** What a job schedule joins. */
interface Joined {
  readonly runbook: { readonly name: string };
  readonly schedule: { readonly name: string };
}

/**
 * A published runbook on a schedule, once for each pair.
 *
 * @see https://learn.microsoft.com/rest/api/automation/job-schedule/create
 */
export const jobSchedule: ResourceType = {
  type,
  name: uuidName,
  shape: bodyShape({
    properties: {
      jobScheduleId: readOnly,
      parameters: z.record(z.string(), z.string()),
      runOn: z.string(),
      runbook: named,
      schedule: named,
    },
    required: ['runbook', 'schedule'],
  }),
  check(resource, { store }, previous) {
    const account = ResourceId.parse(resource.id).parent?.text ?? '';
    const { runbook, schedule } = joinedBy(resource);
    if (previous) {
      throw conflict('Conflict', `The job schedule ${resource.name} already exists.`);
    }
    if (!store.find(publishedContentId(`${account}/runbooks/${runbook.name}`))) {
      throw badRequest('BadRequest', `Runbook ${runbook.name} must be published before it can be scheduled.`);
    }
    if (!store.find(`${account}/schedules/${schedule.name}`)) {
      throw badRequest('BadRequest', `Schedule ${schedule.name} does not exist.`);
    }
    const twin = store
      .children(account, type)
      .find(
        (other) =>
          other.id !== resource.id &&
          joinedBy(other).runbook.name === runbook.name &&
          joinedBy(other).schedule.name === schedule.name,
      );
    if (twin) {
      throw conflict('Conflict', `Runbook ${runbook.name} is on schedule ${schedule.name} already: ${twin.name}.`);
    }
  },
  list(scope, filter, { store }) {
    const [, schedule] = /properties\/schedule\/name eq '([^']+)'/i.exec(filter) ?? [];
    const [, runbook] = /properties\/runbook\/name eq '([^']+)'/i.exec(filter) ?? [];
    return store.children(scope, type).filter((resource) => {
      const joined = joinedBy(resource);
      return (
        (schedule === undefined || joined.schedule.name === schedule) &&
        (runbook === undefined || joined.runbook.name === runbook)
      );
    });
  },
  show: ({ name }) => ({ jobScheduleId: name }),
};

/** What goes with a runbook or a schedule that is deleted. */
export function removeJobSchedules(end: keyof Joined, deleted: Resource, { store }: Azure): void {
  const account = ResourceId.parse(deleted.id).parent?.text ?? '';
  store
    .children(account, type)
    .filter((resource) => joinedBy(resource)[end].name === deleted.name)
    .forEach(({ id }) => store.remove(id));
}

function joinedBy({ properties }: Resource): Joined {
  return properties as unknown as Joined;
}
