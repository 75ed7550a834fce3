import { createColors } from 'picocolors';
import { type DiskPerformance } from '../catalogue/performance';
import { figure, listed, percent, price } from './figures';
import { type DisksReport, type StripeReport } from './disks-report';
import { formatSources } from './format-sources';
import { type MachineReport } from './machine-report';
import { type PlanReport, type PlansReport } from './plan-report';
import { definitions, textTable } from './text-table';
import { type VolumeReport } from './volume-report';

type Colors = ReturnType<typeof createColors>;

/** How a report for people looks. */
export interface TextOptions {
  /** Whether to use terminal colours. @default false */
  readonly color?: boolean;
}

/** Plans for a person to read: what was chosen and why, limit by limit, and what to put into an environment file. */
export function formatPlans({ plans, catalogues }: PlansReport, { color = false }: TextOptions = {}): string {
  const colors = createColors(color);
  return lines([...plans.flatMap((plan) => planSections(plan, colors)), formatSources(catalogues, colors)]);
}

function planSections(plan: PlanReport, colors: Colors): string[][] {
  const { mirror, regions, machine, disks, volumes, notes, environment } = plan;
  const title = mirror === null ? 'A mirror' : `Mirror ${mirror}`;
  return [
    [`${colors.bold(title)} in ${listed(regions)}`, ...workloadLines(plan)],
    machineLines(machine, colors),
    diskLines(plan, colors),
    [colors.bold('Volumes of each member'), ...volumeTable(volumes)],
    memoryLines(plan, colors),
    machine.alternatives.length === 0 ? [] : machineAlternatives(machine, colors),
    disks.alternatives.length === 0 ? [] : diskAlternatives(disks, colors),
    notes.length === 0 ? [] : [colors.bold('To be known'), ...notes.map((note) => colors.yellow(`  ${note}`))],
    [
      `${colors.bold('To put into an environment file')}, beside what stands there`,
      ...environment
        .trimEnd()
        .split('\n')
        .map((line) => `  ${line}`),
    ],
  ];
}

function workloadLines({ workload }: PlanReport): string[] {
  const { vcpus, memoryGib, iops, throughputMbps, capacityGib, journalGib } = workload;
  const journals = journalGib === undefined ? 'journals of a quarter of them' : `journals of ${figure(journalGib)} GiB`;
  return [
    `  carries ${figure(iops)} IOPS and ${figure(throughputMbps)} MB/s, with ${figure(vcpus)} vCPUs and ` +
      `${figure(memoryGib)} GiB of memory;`,
    `  databases of ${figure(capacityGib)} GiB, ${journals}`,
  ];
}

function machineLines({ size, series, reason, limits, price: cost, endsOn }: MachineReport, colors: Colors): string[] {
  const [header = '', ...rows] = textTable(
    ['limit', 'asked', 'has', '', 'used', ''],
    limits.map(({ name, unit, demand, limit, used, bindsFirst }) => [
      name,
      figure(demand),
      figure(limit),
      unit,
      percent(used),
      bindsFirst ? 'binds first' : '',
    ]),
  );
  const marked = rows.map((row, index) => (limits[index]?.bindsFirst ? colors.yellow(row) : row));
  const costs =
    cost.hourlyUsd === null
      ? `no price of it in ${cost.region} is known: price list of ${cost.listOf}`
      : `${price(cost.hourlyUsd)} US dollars an hour for each member in ${cost.region}, pay as you go, Linux; ` +
        `price list of ${cost.listOf}`;
  return [
    `${colors.bold('Size')}  ${colors.green(size)}  ${series} series`,
    `  ${reason}`,
    colors.dim(header),
    ...marked,
    `  ${costs}`,
    ...(endsOn === null ? [] : [`  Azure ends it on ${endsOn}`]),
  ];
}

function diskLines({ disks, bottleneck }: PlanReport, colors: Colors): string[] {
  const { stripe, reason, diskType, cached } = disks;
  const rows = bottleneckRows(bottleneck.disks, bottleneck.machine, bottleneck.effective, [
    bottleneck.iopsBoundBy,
    bottleneck.throughputBoundBy,
  ]);
  const [header = '', ...table] = textTable(
    ['', 'disks do', 'machine passes on', 'left of both', '', 'bound by'],
    rows,
  );
  return [
    `${colors.bold('Disks of the databases')}  ${colors.green(stripeName(disks))}  ${diskType}, ${cached ? '' : 'not '}cached by the host`,
    `  ${reason}`,
    `  striped by LVM over all of them: lvcreate --stripes ${stripe.disks} --stripesize ${stripe.sizeKib}k`,
    colors.dim(header),
    ...table,
  ];
}

/** What disks do, what a machine passes on, and what is left of both. */
export function bottleneckRows(
  disks: DiskPerformance,
  machine: DiskPerformance,
  effective: DiskPerformance,
  [iopsBoundBy, throughputBoundBy]: readonly [string, string],
): string[][] {
  return [
    ['IOPS', figure(disks.iops), figure(machine.iops), figure(effective.iops), '', iopsBoundBy],
    [
      'throughput',
      figure(disks.throughputMbps),
      figure(machine.throughputMbps),
      figure(effective.throughputMbps),
      'MB/s',
      throughputBoundBy,
    ],
  ];
}

function stripeName({ disks, tier, sizeGib }: StripeReport): string {
  return `${disks} x ${tier ?? `${figure(sizeGib)} GiB`}`;
}

function volumeTable(volumes: readonly VolumeReport[]): string[] {
  const tiered = volumes.some(({ tier }) => tier !== null);
  return textTable(
    ['volume', 'disks', 'LUN', 'GiB each', ...(tiered ? ['tier'] : []), 'IOPS each', 'MB/s each', 'host caching'],
    volumes.map(({ volume, luns, sizeGib, tier, iops, throughputMbps, caching }) => [
      volume,
      figure(luns.length),
      luns.length === 1 ? String(luns[0]) : `${luns.at(0) ?? ''} to ${luns.at(-1) ?? ''}`,
      figure(sizeGib),
      ...(tiered ? [tier ?? ''] : []),
      figure(iops),
      figure(throughputMbps),
      caching,
    ]),
  );
}

function memoryLines({ memory: { swappiness, hugePages } }: PlanReport, colors: Colors): string[] {
  return [
    colors.bold('Memory settings of Linux'),
    ...definitions([
      ['vm.swappiness', String(swappiness)],
      ['vm.nr_hugepages', hugePages === undefined ? 'pass --shared-memory, from which it follows' : String(hugePages)],
    ]),
  ];
}

function machineAlternatives({ alternatives, others, price: { region } }: MachineReport, colors: Colors): string[] {
  const [header = '', ...rows] = textTable(
    ['size', 'vCPUs', 'memory GiB', `USD an hour in ${region}`, 'binds first', 'used', 'ends on'],
    alternatives.map(({ size, vcpus, memoryGib, hourlyUsd, bindsFirst, endsOn }) => [
      size,
      figure(vcpus),
      figure(memoryGib),
      price(hourlyUsd ?? undefined),
      bindsFirst.name,
      percent(bindsFirst.used),
      endsOn ?? '-',
    ]),
  );
  return [`${colors.bold('Other sizes')}, the best ${alternatives.length} of ${others}`, colors.dim(header), ...rows];
}

function diskAlternatives({ alternatives, others, diskType }: DisksReport, colors: Colors): string[] {
  const [header = '', ...rows] = textTable(
    ['disks', 'GiB together', 'IOPS together', 'MB/s together', 'cached by the host'],
    alternatives.map((stripe) => [
      stripeName(stripe),
      figure(stripe.capacityGib),
      figure(stripe.together.iops),
      figure(stripe.together.throughputMbps),
      stripe.cached ? 'yes' : 'no',
    ]),
  );
  return [
    `${colors.bold('Other disks of the databases')}, the best ${alternatives.length} of ${others}, ${diskType}`,
    colors.dim(header),
    ...rows,
  ];
}

function lines(sections: readonly (readonly string[])[]): string {
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}
