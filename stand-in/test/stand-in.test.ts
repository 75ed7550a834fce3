import { request } from 'node:http';
import { type Socket } from 'node:net';
import { connect } from 'node:tls';
import { type StandIn, startStandIn } from '../src';

const group = '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/rg-dns';

let standIn: StandIn;

beforeEach(async () => {
  standIn = await startStandIn({ existing: [{ id: '/resourceGroups/rg-dns', body: { location: 'westeurope' } }] });
});

afterEach(async () => standIn.close());

/** A connection to a host through the proxy that a client's environment names. */
async function tunnel(host: string): Promise<Socket> {
  const proxy = new URL(standIn.environment('')['HTTPS_PROXY'] ?? '');
  return new Promise((resolve, reject) => {
    request({ host: proxy.hostname, port: proxy.port, method: 'CONNECT', path: `${host}:443` })
      .on('connect', (_response, socket) => resolve(socket))
      .on('error', reject)
      .end();
  });
}

/** First line of the answer to a GET, sent as a client of Azure sends it, with the stand-in's certificate trusted. */
async function get(host: string, path: string): Promise<string> {
  const socket = await tunnel(host);
  return new Promise((resolve, reject) => {
    connect({ socket, servername: host, ca: standIn.certificate })
      .on('error', reject)
      .on('data', (data: Buffer) => resolve(data.toString().split('\r\n')[0] ?? ''))
      .write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer token\r\nConnection: close\r\n\r\n`);
  });
}

test('answers for the hosts of Azure, with a certificate that is theirs', async () => {
  expect(await get('management.azure.com', `${group}?api-version=2025-01-01`)).toBe('HTTP/1.1 200 OK');
  expect(await get('example.vault.azure.net', '/keys/none?api-version=7.4')).toMatch(/^HTTP\/1\.1 4/);
});

test('its certificate is none for another host', async () => {
  await expect(get('example.com', '/')).rejects.toThrow(/altnames/);
});

test('breaks the connection of a request that fails so', async () => {
  standIn.faults.arm(() => 'ConnectionReset');
  const path = `${group}?api-version=2025-01-01`;

  await expect(get('management.azure.com', path)).rejects.toThrow(/ECONNRESET|disconnected/);
  expect(await get('management.azure.com', path)).toBe('HTTP/1.1 200 OK');
});

test('listens on loopback, and no more when it is closed', async () => {
  expect(new URL(standIn.environment('')['HTTPS_PROXY'] ?? '').hostname).toBe('127.0.0.1');
  await standIn.close();

  await expect(tunnel('management.azure.com')).rejects.toThrow(/ECONNREFUSED/);
});

test('refuses to begin with what it does not know', async () => {
  const existing = [{ id: '/resourceGroups/rg/providers/Microsoft.Unknown/things/one', body: {} }];

  await expect(startStandIn({ existing })).rejects.toThrow('the stand-in does not know the type of');
});
