/** Part that a member plays when the mirror is made; primary and backup change places with every failover. */
export type MirrorRole = 'primary' | 'backup' | 'dr-async';
