import { parseEnvironment } from '@iris-azure/foundation';
import { environmentText } from './environment-text';

const emails = { operations: 'operations@contoso.example' };

function monitoring(values: unknown) {
  return parseEnvironment(environmentText('monitoring', values), 'test.yaml').monitoring;
}

test('one receiver is enough: logs are then kept for a year, and records of flows for 90 days', () => {
  expect(monitoring({ emails })).toEqual({
    emails,
    webhooks: {},
    retentionDays: 365,
    flowLogRetentionDays: 90,
    workspaces: {},
  });
});

test.each([
  [{}, 'monitoring must tell somebody: set emails or webhooks'],
  [{ emails: { operations: 'operations' } }, 'must be an address to which alerts are mailed'],
  [{ webhooks: { pager: 'http://pager.contoso.example' } }, 'must be an address that begins with https://'],
  [{ emails, retentionDays: 29 }, 'monitoring.retentionDays must be 30 to 730 days, got 29'],
  [{ emails, retentionDays: 731 }, 'monitoring.retentionDays must be 30 to 730 days, got 731'],
  [{ emails, flowLogRetentionDays: 89 }, 'monitoring.flowLogRetentionDays must be 90 to 365 days, got 89'],
  [{ emails, dailyCapGb: 0 }, 'monitoring.dailyCapGb must be more than 0, got 0'],
  [
    {
      emails,
      workspaces: { primary: { id: 'log', customerId: '33333333-3333-3333-3333-333333333333', location: 'x' } },
    },
    'monitoring.workspaces.primary.id must be the resource id of a Log Analytics workspace, got "log"',
  ],
])('fails on %j', (values, message) => {
  expect(() => monitoring(values)).toThrow(message);
});
