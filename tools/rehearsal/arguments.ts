import { Command, Option } from 'commander';
import { type EngineName, engineNames } from './engine';
import { type Mode } from './modes';

/** What a user asks for. */
export interface Arguments {
  readonly environments: readonly string[];
  readonly mode: Mode;
  /** Engine that is asked for; nothing when either will do. */
  readonly engine: EngineName | undefined;
}

interface Options {
  readonly planOnly?: true;
  readonly keep?: true;
  readonly faults?: true;
  readonly engine?: EngineName;
}

/**
 * Reads the command line.
 *
 * @throws CommanderError when it asks for help, which has been given, or is wrong, which has been said.
 */
export function readArguments(args: readonly string[]): Arguments {
  const command = new Command('npm run rehearse --')
    .description('Deploys environments by the real azurerm provider to a stand-in of Azure on this machine.')
    .argument('<environment...>', 'names of environments, each that of a file in stacks/environments')
    .addOption(new Option('--plan-only', 'plan and gate, deploy nothing').conflicts(['keep', 'faults']))
    .addOption(new Option('--keep', 'destroy nothing; the stand-in answers until Ctrl-C').conflicts('faults'))
    .option('--faults', 'deploy once more while every request fails once')
    .addOption(
      new Option('--engine <name>', 'by default Terraform or, where there is none, OpenTofu').choices(engineNames),
    )
    .exitOverride()
    .parse([...args], { from: 'user' });
  const { planOnly, keep, faults, engine } = command.opts<Options>();
  const mode = planOnly ? 'plan' : keep ? 'keep' : faults ? 'faults' : 'cycle';
  return { environments: command.args, mode, engine };
}
