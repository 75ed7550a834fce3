import { Command as Parser, CommanderError, Option } from 'commander';
import { type Command, type ExplainOptions, type ListOptions, type PlanOptions } from './commands';
import { addRegion, day, positive, whole } from './option-values';
import { type ExitCode, type Surroundings } from './surroundings';

const examples = `
Examples:
  $ iris-size plan --capacity 2048 --iops 12000 --throughput 450 --memory 128 --vcpus 16 \\
      --region westeurope northeurope --plot size.svg
  $ iris-size plan --environment stacks/environments/iris-prod.yaml
  $ iris-size explain Standard_DS13 --disks 4xP30
  $ iris-size list --region westeurope --series Edsv5

Exit codes:
  0  done
  2  bad input or usage, or a workload that nothing carries: the message says why`;

/** Options of `plan` that an environment file answers. */
const figures = [
  'capacity',
  'iops',
  'throughput',
  'memory',
  'vcpus',
  'journal',
  'region',
  'diskType',
  'lastsUntil',
  'size',
];

/** Reads the arguments; an exit code instead when the user asked for help or the version, or used it wrongly. */
export function parseArguments(
  argv: readonly string[],
  { version, out, error }: Pick<Surroundings, 'version' | 'out' | 'error'>,
): Command | { readonly exitCode: ExitCode } {
  let found: Command | undefined;
  const parser = new Parser('iris-size')
    .description('Sizes machines and disks of a mirror on Azure from figures of its workload, by dated catalogues.')
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', examples)
    .showHelpAfterError('(run "iris-size --help" for usage and examples)')
    .configureOutput({ writeOut: out, writeErr: error })
    .exitOverride();
  addPlan(parser).action((options: PlanOptions) => {
    found = { name: 'plan', options };
  });
  addExplain(parser).action((size: string, options: ExplainOptions) => {
    found = { name: 'explain', size, options };
  });
  addList(parser).action((options: ListOptions) => {
    found = { name: 'list', options };
  });
  try {
    parser.parse(argv, { from: 'user' });
  } catch (problem) {
    if (!(problem instanceof CommanderError)) {
      throw problem;
    }
    return { exitCode: problem.exitCode === 0 ? 0 : 2 };
  }
  return found ?? { exitCode: 2 };
}

function addPlan(parser: Parser): Parser {
  return parser
    .command('plan')
    .description('choose the size and disks of a mirror, and say why')
    .option('--capacity <GiB>', 'databases, with the growth that the disks are to hold', whole('GiB'))
    .option('--iops <number>', 'reads and writes of the databases in a second, at their peak', whole('IOPS'))
    .option('--throughput <MB/s>', 'throughput of the databases, at its peak', whole('MB/s'))
    .option('--memory <GiB>', 'shared memory, processes and operating system', positive('GiB'))
    .option('--vcpus <number>', 'vCPUs, by which InterSystems licenses', whole('vCPUs'))
    .option('--region <name...>', 'regions that must offer the size, the primary one first', addRegion)
    .option('--journal <GiB>', 'journals that are kept (default: a quarter of the databases)', whole('GiB'))
    .addOption(diskType())
    .option('--lasts-until <day>', 'choose a size whose end is announced too, if it comes after this day', day)
    .option('--size <size>', 'a size that is given, and must carry the workload')
    .addOption(new Option('--environment <file>', 'take all of the above from an environment file').conflicts(figures))
    .option('--mirror <name>', 'the one mirror of the environment that is meant')
    .addOption(new Option('--cheapest <what>', 'what comes first (default: price)').choices(['price', 'vcpus']))
    .option('--shared-memory <MB>', 'shared memory of the instance, from which huge pages follow', whole('MB'))
    .option('--alternatives <number>', 'how many alternatives to name', whole('alternatives', 0), 3)
    .option('--plot <file>', 'draw demand and limits as an SVG, as a whole or not at all')
    .addOption(format());
}

function addExplain(parser: Parser): Parser {
  return parser
    .command('explain')
    .description('say what a size has, and with disks which of both binds')
    .argument('<size>', 'a size, such as Standard_E16ds_v5')
    .option('--disks <disks>', 'disks of a tier or of some GiB each, such as 4xP30 or 4x1024')
    .addOption(diskType().default('Premium_LRS'))
    .option('--disk-iops <number>', 'IOPS of each disk of PremiumV2_LRS', whole('IOPS'))
    .option('--disk-throughput <MB/s>', 'throughput of each disk of PremiumV2_LRS', whole('MB/s'))
    .option('--region <name...>', 'regions whose prices are shown (default: the cheapest and the dearest)', addRegion)
    .addOption(format());
}

function addList(parser: Parser): Parser {
  return parser
    .command('list')
    .description('list the sizes of the catalogue')
    .option('--region <name...>', 'those that all of these regions offer, with prices of the first', addRegion)
    .option('--series <name>', 'those of a series, such as Edsv5')
    .addOption(format());
}

function diskType(): Option {
  return new Option('--disk-type <type>', 'type of the disks').choices(['Premium_LRS', 'PremiumV2_LRS']);
}

function format(): Option {
  return new Option('--format <format>', 'how to print it').choices(['table', 'json']).default('table');
}
