/** Instances to which a Web Gateway leads, as one name for them. */
export interface GatewayBackend {
  /** Name in the gateway's configuration, letters, digits and hyphens, such as that of the mirror. */
  readonly name: string;
  /**
   * `mirror`: addresses are of members, and the gateway finds the primary among them, in both regions. `servers`: addresses are of
   * alike instances, such as application servers; each new session goes to the next of them.
   */
  readonly kind: 'mirror' | 'servers';
  /** Addresses in the order in which they are tried. */
  readonly addresses: readonly string[];
  /**
   * Port of their superservers.
   *
   * @default 1972
   */
  readonly superserverPort?: number;
  /** Paths of their applications, such as `/csp/healthshare`. All below them is served but the pages of administrators. */
  readonly paths: readonly string[];
}

/** A web server of users. */
export interface WebServerSettings {
  /** Name by which users come. */
  readonly hostName: string;
  /** Path that load balancers ask: 200 while the web server is up. Removing /etc/iris-azure/web/health takes it out of service. */
  readonly healthPath: string;
  /**
   * Path of the mirror status page: 200 where a member of this region is the primary, which is what Traffic Manager asks. Each member
   * is asked itself: a mirror-aware gateway would find the primary of the other region too.
   */
  readonly statusPath: string;
  /** Addresses of this region's members of the mirror whose status counts. */
  readonly statusAddresses: readonly string[];
  /** Instances that are served. */
  readonly backends: readonly GatewayBackend[];
  /**
   * Whether applications are served without TLS too, for an Application Gateway that takes TLS off. Otherwise who comes by HTTP is
   * sent to HTTPS.
   *
   * @default false
   */
  readonly plainHttp?: boolean;
  /**
   * Whether the gateway speaks TLS with superservers, and trusts none but those with certificates that the machine knows. Without it
   * the gateway's password and all data cross the network as they are.
   *
   * @default true
   */
  readonly superserverTls?: boolean;
}

/** Web server of a mirror member: the status page for the load balancer, and its Management Portal for who is on the machine. */
export interface MemberWebSettings {
  /** Path of the mirror status page. */
  readonly statusPath: string;
  /** Name of the instance, the prefix below which its applications are too. */
  readonly instance: string;
  /** Port of the superserver. */
  readonly superserverPort: number;
  /** Product of the instance. */
  readonly product: 'iris' | 'cache';
}

/** Ports on which a web server listens. */
export interface WebPorts {
  /** HTTP. */
  readonly http: number;
  /** HTTPS. */
  readonly https: number;
  /** On the machine alone: members' status pages, one by one. */
  readonly loopback: number;
}

/** Ports that the network lets in, and one of the machine itself. */
export const webPorts: WebPorts = { http: 80, https: 443, loopback: 8081 };
