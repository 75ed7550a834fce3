import { type FindConstruct } from './construct-paths';

/** What Terraform said of one thing that failed. */
export interface ProviderError {
  /** Stack that it is about. */
  readonly stack?: string;
  /** Address of the resource in its stack. */
  readonly address?: string;
  /** Terraform's words. */
  readonly text: string;
}

/** A step of a rehearsal that failed: what is shown is the message. */
export class RehearsalError extends Error {}

/** A step that failed because Terraform or the provider said so. */
export function stepFailed(
  step: string,
  errors: readonly ProviderError[],
  output: string,
  findConstruct: FindConstruct,
): RehearsalError {
  const said = errors.map((error) => formatProviderError(error, findConstruct));
  return new RehearsalError([`${step} failed`, ...(said.length > 0 ? said : [whatMatters(output)])].join('\n\n'));
}

/** An error as it is shown: the path of the construct first, then Terraform's words. */
function formatProviderError({ stack, address, text }: ProviderError, findConstruct: FindConstruct): string {
  const path = stack !== undefined && address !== undefined ? findConstruct(stack, address) : undefined;
  const where = [path ?? stack, address].filter((part) => part !== undefined).join('  ');
  return [where, text.replace(/^(?=.)/gm, '  ')].filter((part) => part !== '').join('\n');
}

/** What a program said from its first error on, or last, for a failure that is not understood. */
function whatMatters(output: string): string {
  const lines = output.trimEnd().split('\n');
  const error = lines.findIndex((line) => line.includes('Error: '));
  return (error < 0 ? lines.slice(-20) : lines.slice(error, error + 40)).join('\n');
}

/** Module and address in an address of a root of modules, each stack being a module. */
export function splitAddress(address: string): Pick<ProviderError, 'stack' | 'address'> {
  const [, stack, rest] = /^module\.([\w-]+)\.(.*)$/.exec(address) ?? [];
  return { stack, address: (rest ?? address).replace(/\[.*\]$/, '') };
}
