/** Ports of InterSystems products and of the services around them. */
export const ports = {
  /** Web servers and Application Gateway. */
  https: 443,
  /** Web servers, for an Application Gateway that takes TLS off. */
  http: 80,
  /** Web server of a mirror member, for the load balancer's probe of the mirror status page alone. */
  mirrorStatus: 80,
  /** Superserver: ECP, mirror communication, Web Gateway, xDBC. */
  superserver: 1972,
  /** ISCAgent of the mirror members and the arbiter. */
  agent: 2188,
  /** SSH from the management subnet. */
  ssh: 22,
  /** SMB, to file shares. */
  smb: 445,
  /** Windows' remote desktop, denied sideways beside SSH. */
  rdp: 3389,
} as const;
