import { type Role } from './role';

const member = [
  'system',
  'volumes',
  'packages',
  'kit',
  'install',
  'licence',
  'certificates',
  'agent',
  'configure',
  'encryption',
  'mirror',
  'web-gateway',
  'backup-scripts',
] as const;

const server = ['system', 'packages', 'kit', 'install', 'licence', 'certificates', 'configure'] as const;

/** A step of the set-up of a machine; its script is `files/steps/NAME.sh`. */
export type Step = (typeof member)[number];

const steps: Readonly<Record<Role, readonly Step[]>> = {
  primary: member,
  backup: member,
  'dr-async': member,
  arbiter: ['system', 'packages', 'kit', 'agent'],
  application: server,
  print: server,
  web: ['system', 'packages', 'kit', 'certificates', 'web-gateway'],
};

/** Steps by which a machine is set up, in their order. */
export function stepsOf(role: Role): readonly Step[] {
  return steps[role];
}
