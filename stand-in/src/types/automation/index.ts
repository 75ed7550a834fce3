import { type ResourceType } from '../../arm/resource-type';
import { automationAccount } from './automation-account';
import { jobSchedule } from './job-schedule';
import { runbook, runbookDraft } from './runbook';
import { schedule } from './schedule';

/** Types of Microsoft.Automation. */
export const automationTypes: readonly ResourceType[] = [
  automationAccount,
  jobSchedule,
  runbook,
  runbookDraft,
  schedule,
];
