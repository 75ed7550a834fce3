import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { baselines as known } from '@iris-azure/policies';
import type { BaselineChoice } from '../baseline/choose';
import type { ExitCode, Surroundings } from './surroundings';

/** What a user asked for. */
export interface Arguments {
  /** The paths to judge, at least one. */
  readonly paths: readonly string[];
  /** Which baseline judges which stacks. */
  readonly choice: BaselineChoice;
  /** How to write the report. */
  readonly format: 'text' | 'json';
  /** The file to write instead of the standard output. */
  readonly output: string | undefined;
}

const EXAMPLES = `
Examples:
  $ iris-gate cdktf.out                      all stacks of the last "cdktf synth"
  $ iris-gate network.json mirror.json       plans, from "terraform show -json FILE"
  $ iris-gate cdktf.out --baseline '*-dev-*=nonproduction' --baseline '*-test-*=zonal'
  $ iris-gate cdktf.out --format json --output gate.json

Baselines:
${known.map(({ name, title }) => `  ${name.padEnd(15)}${title}`).join('\n')}

Exit codes:
  0  no rule failed
  1  a rule failed
  2  bad input or usage`;

/** Reads the arguments; an exit code instead when the user asked for help or the version, or used it wrongly. */
export function parseArguments(
  argv: readonly string[],
  { version, out, error }: Pick<Surroundings, 'version' | 'out' | 'error'>,
): Arguments | { readonly exitCode: ExitCode } {
  const command = new Command('iris-gate')
    .description("Judges Terraform by the policies of InterSystems' reference architecture on Azure.")
    .argument('<path...>', 'cdktf.out folders, *.tf.json files, or plans from "terraform show -json"')
    .addOption(
      new Option(
        '--baseline <[pattern=]name>',
        'baseline of the stacks that fit a pattern, or of all others; repeatable',
      )
        .argParser(addBaseline)
        .default({}, 'reference'),
    )
    .addOption(new Option('--format <format>', 'how to write the report').choices(['text', 'json']).default('text'))
    .option('--output <file>', 'write the report to a file, as a whole or not at all')
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(run "iris-gate --help" for usage and examples)')
    .configureOutput({ writeOut: out, writeErr: error })
    .exitOverride();
  try {
    command.parse(argv, { from: 'user' });
  } catch (problem) {
    if (!(problem instanceof CommanderError)) throw problem;
    return { exitCode: problem.exitCode === 0 ? 0 : 2 };
  }
  const options = command.opts<{ baseline: BaselineChoice; format: Arguments['format']; output?: string }>();
  return { paths: command.args, choice: options.baseline, format: options.format, output: options.output };
}

/** Adds one `--baseline` to those before it; whether there is such a baseline is for the gate to say. */
function addBaseline(option: string, { baseline, baselines = {} }: BaselineChoice): BaselineChoice {
  const separator = option.lastIndexOf('=');
  const name = option.slice(separator + 1);
  if (separator === -1) {
    if (baseline !== undefined)
      throw new InvalidArgumentError(`All other stacks have the baseline ${baseline} already.`);
    return { baseline: name, baselines };
  }
  const pattern = option.slice(0, separator);
  if (baselines[pattern] !== undefined) throw new InvalidArgumentError('The pattern has a baseline already.');
  return { baseline, baselines: { ...baselines, [pattern]: name } };
}
