import { Refusal } from '@iris-azure/foundation';
import { type DatabaseSpec, databaseActions, remoteDatabaseActions } from './databases';
import { type InstanceConfiguration, instanceSections } from './instance';
import { instanceFiles, type Product } from './instance-files';
import { type MergeGuestFile, type ParameterSection } from './merge-file';
import { type MirrorConfiguration, primaryOf } from './mirror';
import { address, mirrorName, serverName } from './names';

/** An ECP client: an application or print server. */
export interface ApplicationServerConfiguration {
  /** What the instance takes from shared memory; `maxServers` has room for the mirror. */
  readonly memory: InstanceConfiguration['memory'];
  /** Name of the client's own instance. */
  readonly instance: string;
  /**
   * Mirror whose databases it uses. The address of its primary is the members' own, so that no load balancer gets between: the client
   * learns of the other members by itself, and follows the primary.
   */
  readonly mirror: Pick<MirrorConfiguration, 'product' | 'name' | 'members' | 'databases'>;
  /**
   * Name under which the client knows its data server.
   *
   * @default the mirror's name
   */
  readonly server?: string;
  /**
   * Port of the superserver of the members.
   *
   * @default 1972
   */
  readonly superserverPort?: number;
  /**
   * Whether the connection uses TLS, for which the configuration %ECPClient must exist on the client and %ECPServer on the members.
   *
   * @default false: the network between the subnets alone guards it
   */
  readonly tls?: boolean;
}

/**
 * Files that configure an ECP client of a mirror.
 *
 * @throws Refusal when the instance may connect to no data server, or the mirror has not one primary.
 */
export function applicationServerMergeFiles(client: ApplicationServerConfiguration): MergeGuestFile[] {
  const { memory, instance, mirror, superserverPort = 1972, tls = false } = client;
  if (memory.maxServers < 1) {
    throw new Refusal(
      `an application server must be able to connect to one data server, got ${memory.maxServers}; set maxServers`,
    );
  }
  const server = serverName(client.server ?? mirror.name);
  const servers: ParameterSection = {
    name: 'ECPServers',
    parameters: [[server, address(primaryOf(mirror).address), superserverPort, 1, ...(tls ? [1] : [])]],
  };
  return instanceFiles(
    { product: mirror.product, instance },
    [...instanceSections({ memory, directories: 'none' }), servers],
    remoteDatabaseActions(mirror.databases, mirrorName(mirror.name), server),
  );
}

/** A server of its own, without a mirror. */
export interface ServerConfiguration extends InstanceConfiguration {
  /** Product of the instance. */
  readonly product: Product;
  /** Name of the instance. */
  readonly instance: string;
  /** Databases of the instance. */
  readonly databases: readonly DatabaseSpec[];
  /** Whether databases are made encrypted, by the key that the step `encryption` activates. */
  readonly encrypted: boolean;
}

/** Files that configure a server without a mirror. */
export function serverMergeFiles(server: ServerConfiguration): MergeGuestFile[] {
  return instanceFiles(server, instanceSections(server), [
    { operation: 'ModifyService', properties: { Name: '%service_ecp', Enabled: 1 } },
    ...databaseActions(server.databases, { first: true, encrypted: server.encrypted }),
  ]);
}
