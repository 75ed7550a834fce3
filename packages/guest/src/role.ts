/** What a machine is for. */
export const roles = ['primary', 'backup', 'dr-async', 'arbiter', 'application', 'print', 'web'] as const;

/** What a machine is for: a member of a mirror, its arbiter, or a server beside it. */
export type Role = (typeof roles)[number];

/** Members of a mirror: those that fail over to each other, and the one in the second region. */
export type MemberRole = Extract<Role, 'primary' | 'backup' | 'dr-async'>;

/** Servers with an instance, but without databases of their own. */
export type ServerRole = Extract<Role, 'application' | 'print'>;
