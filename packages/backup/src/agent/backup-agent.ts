/** An extension of virtual machines, by which Azure installs an agent in a server. */
export interface AgentExtension {
  /** Publisher of the extension. */
  readonly publisher: string;
  /** Type of the extension. */
  readonly type: string;
  /** Version, major and minor, for example `1.0`. */
  readonly typeHandlerVersion: string;
  /** Settings that the extension reads; anybody who may read the machine reads them too: no secrets. @default none */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A third-party agent that backs a server up from inside, by LVM snapshots. */
export interface BackupAgent {
  /** Name of the product, in tags and documentation. */
  readonly name: string;
  /**
   * Extension that installs it.
   *
   * @default none: it is installed in the guest, as its vendor's guide says
   */
  readonly extension?: AgentExtension;
}

/**
 * Agents that InterSystems' reference architecture names. Their vendors document installation in the guest, by package or
 * pushed from the product's own server; no source that could be found names an extension of virtual machines for any of
 * them, so none has one here. Give a {@link BackupAgent} of your own where your vendor supplies one.
 */
export const backupAgents = {
  /** Commvault. */
  commvault: { name: 'Commvault' },
  /** Dell NetWorker, once EMC. */
  networker: { name: 'NetWorker' },
  /** OpenText Data Protector, once HPE. */
  dataProtector: { name: 'Data Protector' },
  /** Cohesity NetBackup, once Veritas. */
  netbackup: { name: 'NetBackup' },
} as const satisfies Readonly<Record<string, BackupAgent>>;

/** Names of the agents that {@link backupAgents} knows. */
export type BackupAgentName = keyof typeof backupAgents;
