import { type InjectOptions } from 'fastify';
import { type JsonObject, type JsonValue } from '../src/arm/json';
import { Operations } from '../src/arm/operations';
import { Store } from '../src/arm/store';
import { buildApp } from '../src/app';
import { type Azure } from '../src/azure';
import { makeCertificate } from '../src/certificate';
import { Faults } from '../src/faults';
import { deployer } from '../src/sign-in/deployer';
import { builtInDefinitions } from '../src/types/authorization/role-definition';

/** An answer, with its body read. */
export interface Answer {
  readonly status: number;
  /** Azure's error code, when the answer is a refusal. */
  readonly code: string | undefined;
  /** Body of the answer; empty when it has none. */
  readonly body: Readonly<Record<string, JsonValue>>;
  /** Properties of the body, for resources. */
  readonly properties: Readonly<Record<string, JsonValue>>;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A client of a stand-in of its own, without a network between them. Ids are written below the subscription. */
export interface Client {
  readonly azure: Azure;
  readonly faults: Faults;
  get(id: string): Promise<Answer>;
  put(id: string, body: JsonObject): Promise<Answer>;
  patch(id: string, body: JsonObject): Promise<Answer>;
  delete(id: string): Promise<Answer>;
  post(id: string, body?: JsonObject): Promise<Answer>;
  /** Any request, to any host. */
  send(options: InjectOptions): Promise<Answer>;
  /** A PUT that must succeed, and whose operation is waited for. Returns what is there then. */
  make(id: string, body: JsonObject): Promise<Answer>;
  close(): Promise<void>;
}

/** Full id of something below the subscription. */
export function fullId(id: string): string {
  return `/subscriptions/${deployer.subscriptionId}${id}`;
}

/** Starts a stand-in with one resource group in each of two regions: `/resourceGroups/west` and `/resourceGroups/north`. */
export async function startClient(): Promise<Client> {
  const azure: Azure = { store: new Store(), operations: new Operations(), softDeleted: new Map() };
  builtInDefinitions().forEach((definition) => azure.store.put(definition));
  const faults = new Faults();
  const app = await buildApp({ azure, faults, certificate: await certificate, resetConnection: () => undefined });

  async function send(options: InjectOptions): Promise<Answer> {
    const { statusCode, headers, payload } = await app.inject({
      ...options,
      headers: {
        host: 'management.azure.com',
        authorization: 'Bearer token',
        'content-type': 'application/json',
        ...options.headers,
      },
    });
    const body = (payload === '' ? {} : JSON.parse(payload)) as Answer['body'];
    const error = body['error'] as { readonly code?: string } | undefined;
    return {
      status: statusCode,
      code: error?.code,
      body,
      properties: (body['properties'] ?? {}) as Answer['properties'],
      headers,
    };
  }

  function request(method: 'GET' | 'PUT' | 'PATCH' | 'DELETE' | 'POST') {
    return async (id: string, body?: JsonObject) =>
      send({ method, url: `${fullId(id)}?api-version=2025-01-01`, payload: body && JSON.stringify(body) });
  }

  const client: Client = {
    azure,
    faults,
    send,
    get: request('GET'),
    put: request('PUT'),
    patch: request('PATCH'),
    delete: request('DELETE'),
    post: request('POST'),
    make: async (id, body) => {
      const answer = await client.put(id, body);
      if (answer.status >= 300) {
        throw new Error(`PUT ${id}: ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      await client.get(id);
      return client.get(id);
    },
    close: async () => app.close(),
  };
  await client.make('/resourceGroups/west', { location: 'westeurope' });
  await client.make('/resourceGroups/north', { location: 'northeurope' });
  return client;
}

/** Making a certificate takes some ten milliseconds: one does for all tests of a file. */
const certificate = makeCertificate();
