import { Faults } from '../src/faults';
import { type Client, startClient } from './support';

const group = { method: 'GET', host: 'management.azure.com', path: '/subscriptions/s/resourceGroups/west' };

test('each request fails once, whatever the casing of its path, and every other request for itself', () => {
  const faults = new Faults();
  faults.arm(() => 'InternalServerError');

  expect(faults.next(group)).toBe('InternalServerError');
  expect(faults.next({ ...group, path: group.path.toUpperCase() })).toBeUndefined();
  expect(faults.next({ ...group, method: 'PUT' })).toBe('InternalServerError');
});

test('none fails that is disarmed, and what came meanwhile may fail later', () => {
  const faults = new Faults();

  expect(faults.next(group)).toBeUndefined();
  faults.arm(() => 'TooManyRequests');
  expect(faults.next(group)).toBe('TooManyRequests');
  faults.disarm();
  expect(faults.next({ ...group, method: 'PUT' })).toBeUndefined();
});

describe('a request that fails', () => {
  let client: Client;

  beforeEach(async () => {
    client = await startClient();
  });

  afterEach(async () => client.close());

  test('is told to come again, and does nothing', async () => {
    client.faults.arm(() => 'TooManyRequests');

    const refused = await client.put('/resourceGroups/east', { location: 'westeurope' });
    const missing = await client.get('/resourceGroups/east');
    const again = await client.get('/resourceGroups/east');

    expect(refused).toMatchObject({ status: 429, code: 'TooManyRequests', headers: { 'retry-after': '0' } });
    expect(missing.status).toBe(429);
    expect(again.status).toBe(404);
  });
});
