import { type JsonObject } from './arm/json';
import { Operations } from './arm/operations';
import { type Resource } from './arm/resource';
import { ResourceId } from './arm/resource-id';
import { Store } from './arm/store';
import { put } from './arm/write';
import { type AnsweredRequest, buildApp } from './app';
import { type Azure } from './azure';
import { makeCertificate } from './certificate';
import { Faults } from './faults';
import { listenAsProxy, type Loopback } from './loopback';
import { deployer } from './sign-in/deployer';
import { resourceTypes } from './types';
import { builtInDefinitions } from './types/authorization/role-definition';

/** A resource that is there before anything is deployed. */
export interface ExistingResource {
  /** Id below the subscription, as in `/resourceGroups/rg-dns`. */
  readonly id: string;
  readonly body: JsonObject;
}

/** How the stand-in is started. */
export interface StandInOptions {
  /** What is there before anything is deployed, each after what it lies in. */
  readonly existing?: readonly ExistingResource[];
  /** Is told of each request when it has been answered. */
  readonly onAnswer?: (request: AnsweredRequest) => void;
}

/** Azure, as far as the stand-in knows it, on loopback. */
export interface StandIn {
  /** Certificate that a client has to trust, as PEM. */
  readonly certificate: string;
  /** Makes requests fail. */
  readonly faults: Faults;
  /** What is there, in the order of ids. */
  resources(): readonly Resource[];
  /** What a program needs in its environment to take the stand-in for Azure; the file holds the certificate. */
  environment(certificateFile: string): Readonly<Record<string, string>>;
  /** Stops listening, and forgets everything. */
  close(): Promise<void>;
}

/** Starts the stand-in on a free port of loopback. */
export async function startStandIn({ existing = [], onAnswer }: StandInOptions = {}): Promise<StandIn> {
  const azure: Azure = {
    store: new Store(),
    operations: new Operations(),
    softDeleted: new Map(),
  };
  builtInDefinitions().forEach((definition) => azure.store.put(definition));
  existing.forEach((resource) => create(resource, azure));
  const certificate = await makeCertificate();
  const faults = new Faults();
  const proxy: { loopback?: Loopback } = {};
  const app = await buildApp({
    azure,
    faults,
    certificate,
    onAnswer,
    resetConnection: ({ socket }) => proxy.loopback?.reset(socket.remotePort),
  });
  const loopback = await listenAsProxy(app.server);
  proxy.loopback = loopback;
  return {
    certificate: certificate.certificate,
    faults,
    resources: () => azure.store.all.toSorted((one, other) => (one.id.toLowerCase() < other.id.toLowerCase() ? -1 : 1)),
    environment: (certificateFile) => ({
      HTTPS_PROXY: `http://127.0.0.1:${loopback.port}`,
      SSL_CERT_FILE: certificateFile,
      ARM_TENANT_ID: deployer.tenantId,
      ARM_SUBSCRIPTION_ID: deployer.subscriptionId,
      ARM_CLIENT_ID: deployer.clientId,
      ARM_CLIENT_SECRET: 'stand-in',
      ARM_USE_CLI: 'false',
    }),
    close: async () => {
      await loopback.close();
      await app.close();
    },
  };
}

function create({ id, body }: ExistingResource, azure: Azure): void {
  const full = ResourceId.parse(`/subscriptions/${deployer.subscriptionId}${id}`);
  const type = resourceTypes.find((candidate) => candidate.type.toLowerCase() === full.type.toLowerCase());
  if (!type) {
    throw new Error(`the stand-in does not know the type of ${full.text}`);
  }
  put(full.text, type, body, azure);
}
