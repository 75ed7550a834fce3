import { type JsonObject } from '../../../src/arm/json';
import { body, west } from '../../estate';
import { type Answer, type Client, fullId, startClient } from '../../support';

const account = `${west}/Microsoft.Automation/automationAccounts/aa-iris`;
const runbook = `${account}/runbooks/Test-DatabaseIntegrity`;
const schedule = `${account}/schedules/weekly`;
const jobSchedule = (number = 1) =>
  `${account}/jobSchedules/00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const accountBody = (properties: JsonObject = {}, beside: JsonObject = {}) =>
  body({ sku: { name: 'Basic' }, ...properties }, { identity: { type: 'SystemAssigned' }, ...beside });

const runbookBody = (properties: JsonObject = {}) =>
  body({ runbookType: 'PowerShell72', logProgress: false, logVerbose: false, draft: {}, ...properties });

const scheduleBody = (properties: JsonObject = {}): JsonObject => ({
  name: 'weekly',
  properties: {
    frequency: 'Week',
    interval: 1,
    startTime: '2026-11-29T04:00:00Z',
    timeZone: 'Etc/UTC',
    advancedSchedule: { weekDays: ['Sunday'], monthlyOccurrences: [] },
    ...properties,
  },
});

const jobBody = (properties: JsonObject = {}): JsonObject => ({
  properties: { runbook: { name: 'Test-DatabaseIntegrity' }, schedule: { name: 'weekly' }, ...properties },
});

let client: Client;

beforeEach(async () => {
  client = await startClient();
  await client.make(account, accountBody());
});

afterEach(async () => client.close());

async function text(method: 'GET' | 'PUT', id: string, payload?: string): Promise<Pick<Answer, 'status' | 'headers'>> {
  return client.send({
    method,
    url: `${fullId(id)}?api-version=2024-10-23`,
    headers: { 'content-type': 'text/powershell' },
    payload,
  });
}

async function addRunbook(): Promise<void> {
  await client.make(runbook, runbookBody());
  await text('PUT', `${runbook}/draft/content`, '# a script');
  await client.get(`${runbook}/draft/content`);
  await client.get(`${runbook}/draft/content`);
  await client.post(`${runbook}/publish`);
  await client.get(runbook);
  await client.get(runbook);
}

test('an account has an identity, and tells how nodes register', async () => {
  const { body: shown } = await client.get(account);
  const registration = await client.get(`${account}/agentRegistrationInformation`);

  expect(shown['identity']).toMatchObject({ type: 'SystemAssigned', principalId: expect.any(String) as string });
  expect(registration.body).toMatchObject({ endpoint: expect.stringContaining('westeurope') as string });
});

test.each(['aa', '1-account', 'account-', 'account_a'])('fails for the account name %s', async (name) => {
  expect((await client.put(`${west}/Microsoft.Automation/automationAccounts/${name}`, accountBody())).status).toBe(400);
});

test('a runbook is new until its draft is published', async () => {
  await client.make(runbook, runbookBody());
  const before = await client.get(runbook);
  const draft = await text('PUT', `${runbook}/draft/content`, '# a script');
  await client.get(`${runbook}/draft/content`);
  await client.get(`${runbook}/draft/content`);
  const published = await client.post(`${runbook}/publish`);

  expect(before.properties).toMatchObject({ state: 'New' });
  expect(draft.status).toBe(202);
  expect(draft.headers).toHaveProperty('azure-asyncoperation');
  expect(published.status).toBe(202);
  expect(published.headers).toHaveProperty('azure-asyncoperation');
  expect((await client.get(runbook)).properties).toMatchObject({ state: 'Published' });
});

test('fails to publish a runbook without a draft', async () => {
  await client.make(runbook, runbookBody());

  expect((await client.post(`${runbook}/publish`)).status).toBe(400);
});

test.each<[string, JsonObject]>([
  ['a type that there is not', { runbookType: 'Bash' }],
  ['neither draft nor link', { draft: undefined }],
  ['a misspelt property', { verbose: true }],
])('fails for a runbook with %s', async (_what, properties) => {
  expect((await client.put(runbook, runbookBody(properties))).status).toBe(400);
});

test.each<[string, JsonObject]>([
  ['days of the week without a week', { frequency: 'Day' }],
  ['days of the month without a month', { advancedSchedule: { monthDays: [1] } }],
  ['no beginning', { startTime: undefined }],
  ['a beginning that is no time', { startTime: 'tomorrow' }],
])('fails for a schedule with %s', async (_what, properties) => {
  expect((await client.put(schedule, scheduleBody(properties))).status).toBe(400);
});

test('a runbook runs on a schedule once, and clients find it by both names', async () => {
  await addRunbook();
  await client.make(schedule, scheduleBody());
  const created = await client.put(jobSchedule(), jobBody({ parameters: { instance: 'IRIS' } }));
  const twin = await client.put(jobSchedule(2), jobBody());
  const { body: list } = await client.send({
    method: 'GET',
    url: `${fullId(account)}/jobSchedules?api-version=2024-10-23&$filter=${encodeURIComponent("properties/schedule/name eq 'weekly' and properties/runbook/name eq 'Test-DatabaseIntegrity'")}`,
  });

  expect(created.status).toBe(201);
  expect(twin).toMatchObject({ status: 409, code: 'Conflict' });
  expect(list['value']).toHaveLength(1);
});

test('a job schedule goes with its schedule', async () => {
  await addRunbook();
  await client.make(schedule, scheduleBody());
  await client.put(jobSchedule(), jobBody());

  await client.delete(schedule);

  expect((await client.get(jobSchedule())).status).toBe(404);
});

test('fails to schedule a runbook that is not published, or on a schedule that is not there', async () => {
  await client.make(runbook, runbookBody());
  await client.make(schedule, scheduleBody());
  expect((await client.put(jobSchedule(), jobBody())).status).toBe(400);

  await addRunbook();
  expect((await client.put(jobSchedule(), jobBody({ schedule: { name: 'none' } }))).status).toBe(400);
});
