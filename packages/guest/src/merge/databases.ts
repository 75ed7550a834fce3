import { type Action } from './merge-file';
import { databaseName, directory, mirrorName, namespaceName, resourceName, serverName } from './names';

/** A namespace whose globals and routines are in one database. */
export interface NamespaceSpec {
  /** Name of the namespace. */
  readonly name: string;
  /**
   * Whether interoperability productions run in it.
   *
   * @default false
   */
  readonly interoperability?: boolean;
}

/** A database that an instance has from its first day. */
export interface DatabaseSpec {
  /** Name of the database, in the mirror too. */
  readonly name: string;
  /**
   * Folder of the database.
   *
   * @default the name in lower case below /iris/databases
   */
  readonly directory?: string;
  /**
   * Resource that guards it.
   *
   * @default %DB_ and the name
   */
  readonly resource?: string;
  /**
   * Whether the mirror carries it.
   *
   * @default true
   */
  readonly mirrored?: boolean;
  /**
   * Whether the product's installation made it, so that it is added to the mirror as it is. Other members than the first have a
   * database of their own in its place, which must be replaced by a copy of the primary's by hand.
   *
   * @default false
   */
  readonly existing?: boolean;
  /**
   * Size at first, in MB.
   *
   * @default the product's
   */
  readonly sizeMb?: number;
  /**
   * Namespaces of the database.
   *
   * @default one of the database's name; none for a database that exists
   */
  readonly namespaces?: readonly NamespaceSpec[];
}

/** How databases are made on one instance. */
export interface DatabasePlacement {
  /** Mirror of the instance; none on a server of its own. */
  readonly mirror?: string;
  /** Whether the instance is the one that the mirror begins with. */
  readonly first: boolean;
  /** Whether databases are encrypted by the key that is active. */
  readonly encrypted: boolean;
}

/** Databases of TrakCare: the application, its analytics and its integration. */
export const trakCareDatabases: readonly DatabaseSpec[] = [
  { name: 'TRAK' },
  { name: 'ANALYTICS' },
  { name: 'INTEGRATION', namespaces: [{ name: 'INTEGRATION', interoperability: true }] },
];

/**
 * Databases of a HealthShare product: HSSYS, which the installation makes and which must be mirrored. All others are made by the
 * product's own installer, which mirrors them by itself once HSSYS is.
 *
 * @param installDirectory folder of the instance
 */
export function healthShareDatabases(installDirectory: string): DatabaseSpec[] {
  return [{ name: 'HSSYS', directory: `${directory(installDirectory)}mgr/hssys`, existing: true }];
}

/** Actions that make databases, the resources that guard them and their namespaces on a member or server. */
export function databaseActions(databases: readonly DatabaseSpec[], placement: DatabasePlacement): Action[] {
  return databases.flatMap((database) => [
    ...localDatabase(database, placement),
    ...(database.existing && !database.namespaces ? [] : namespaceActions(database)),
  ]);
}

function localDatabase(database: DatabaseSpec, { mirror, first, encrypted }: DatabasePlacement): Action[] {
  const name = databaseName(database.name);
  const mirrored = mirror !== undefined && (database.mirrored ?? true);
  if (database.existing) {
    return mirrored && first
      ? [create(database, name, { MirrorSetName: mirrorName(mirror), MirrorDBName: name, LogicalOnly: 1 })]
      : [];
  }
  const resource = resourceOf(database);
  return [
    resourceAction(name, resource),
    create(database, name, {
      ResourceName: resource,
      Size: database.sizeMb,
      // Unconfirmed: the property is one of SYS.Database, of which CreateDatabase takes "any possible"; no example shows it.
      EncryptedDB: encrypted ? 1 : undefined,
      MirrorSetName: mirrored ? mirrorName(mirror) : undefined,
      MirrorDBName: mirrored ? name : undefined,
    }),
  ];
}

/**
 * Actions that make the databases of a mirror known to an ECP client: by their names in the mirror, whichever member is the primary.
 *
 * @param databases databases of the mirror; those that it does not carry are left out
 * @param mirror name of the mirror
 * @param server name under which the client knows its data server
 */
export function remoteDatabaseActions(databases: readonly DatabaseSpec[], mirror: string, server: string): Action[] {
  return databases
    .filter(({ mirrored, existing }) => (mirrored ?? true) && !existing)
    .flatMap((database) => {
      const name = databaseName(database.name);
      const resource = resourceOf(database);
      return [
        resourceAction(name, resource),
        {
          operation: 'CreateDatabase',
          properties: {
            Name: name,
            Directory: `:mirror:${mirrorName(mirror)}:${name}`,
            Server: serverName(server),
            ResourceName: resource,
            LogicalOnly: 1,
          },
        },
        ...namespaceActions(database),
      ];
    });
}

function create(database: DatabaseSpec, name: string, more: Action['properties']): Action {
  const folder = directory(database.directory ?? `/iris/databases/${name.toLowerCase()}`);
  return { operation: 'CreateDatabase', properties: { Name: name, Directory: folder, ...more } };
}

function resourceOf(database: DatabaseSpec): string {
  return resourceName(database.resource ?? `%DB_${databaseName(database.name)}`);
}

function resourceAction(database: string, resource: string): Action {
  return { operation: 'CreateResource', properties: { Name: resource, Description: `${database} database` } };
}

function namespaceActions(database: DatabaseSpec): Action[] {
  const name = databaseName(database.name);
  return (database.namespaces ?? [{ name }]).map((namespace) => ({
    operation: 'CreateNamespace',
    properties: {
      Name: namespaceName(namespace.name),
      Globals: name,
      Interop: namespace.interoperability ? 1 : undefined,
    },
  }));
}
