import { type Environment, readEnvironment, Refusal } from '@iris-azure/foundation';
import { type PlanRequest } from '../report/plan-request';
import { type Workload } from '../workload';
import { type PlanOptions } from './commands';

/**
 * Mirrors that a user asked about: one of the figures that were given, or those of an environment file that state a workload.
 *
 * @throws Refusal when figures are missing, or when the file has no such mirror
 */
export function planRequests(options: PlanOptions): PlanRequest[] {
  const shared = { sharedMemoryMb: options.sharedMemory, alternatives: options.alternatives };
  const requests =
    options.environment === undefined ? [ofFigures(options)] : ofEnvironment(options.environment, options);
  for (const [option, value] of [
    ['--plot', options.plot],
    ['--shared-memory', options.sharedMemory],
  ] as const) {
    if (value !== undefined && requests.length > 1) {
      const names = requests.map(({ mirror }) => mirror).join(', ');
      throw new Refusal(`${option} is of one mirror, and the environment has ${names}; pass --mirror with one of them`);
    }
  }
  return requests.map((request) => ({ ...request, ...shared }));
}

const required = ['capacity', 'iops', 'throughput', 'memory', 'vcpus', 'region'] as const;

function ofFigures(options: PlanOptions): PlanRequest {
  const { capacity, iops, throughput, memory, vcpus, journal, region, diskType, lastsUntil, cheapest, size } = options;
  const missing = required.filter((option) => options[option] === undefined).map((option) => `--${option}`);
  if (options.mirror !== undefined) {
    throw new Refusal('--mirror names a mirror of an environment; pass --environment with it');
  }
  if (
    capacity === undefined ||
    iops === undefined ||
    throughput === undefined ||
    memory === undefined ||
    vcpus === undefined ||
    region === undefined
  ) {
    throw new Refusal(
      `a plan needs figures of the workload, and has no ${missing.join(', ')}; pass them, or --environment`,
    );
  }
  const workload: Workload = {
    vcpus,
    memoryGib: memory,
    capacityGib: capacity,
    iops,
    throughputMbps: throughput,
    ...(journal !== undefined && { journalGib: journal }),
  };
  return { sizing: { workload, size }, options: { regions: region, diskType, lastsUntil, cheapest } };
}

function ofEnvironment(file: string, { mirror: wanted, cheapest }: PlanOptions): PlanRequest[] {
  const environment = readEnvironment(file);
  const { primary, disasterRecovery, diskType, lastsUntil } = environment;
  const regions = [primary.name, ...(disasterRecovery ? [disasterRecovery.name] : [])];
  const stating = mirrorsOf(environment).flatMap(([path, { name: mirror, size, volumes, workload }]) =>
    workload
      ? [{ mirror, path, sizing: { size, volumes, workload }, options: { regions, diskType, lastsUntil, cheapest } }]
      : [],
  );
  const found = stating.filter(({ mirror }) => wanted === undefined || mirror === wanted);
  if (stating.length === 0) {
    throw new Refusal(`${file}: no mirror states a workload; set workload of one, or pass its figures`);
  }
  if (found.length === 0) {
    const names = stating.map(({ mirror }) => mirror).join(', ');
    throw new Refusal(`${file}: --mirror must be one that states a workload (${names}), got '${wanted ?? ''}'`);
  }
  return found;
}

function mirrorsOf(environment: Environment) {
  return environment.blueprint === 'healthshare'
    ? Object.entries(environment.products).map(([product, mirror]) => [['products', product], mirror] as const)
    : ([[['mirror'], environment.mirror]] as const);
}
