import { type Bottleneck } from '../machine/bottleneck';
import { type LimitReport } from '../report/machine-report';
import { figure, listed, percent } from '../report/figures';
import { type Scale, scaleFor } from './scale';
import { plotStyle } from './style';
import { element, textElement } from './svg';

/** What is drawn. */
export interface LimitsPlot {
  /** Title, such as the name of a size. */
  readonly title: string;
  /** What is below it, such as the disks. */
  readonly subtitle: string;
  /** Limits of the machine, and what is asked of each. */
  readonly limits: readonly LimitReport[];
  /** What the disks do, against what the machine passes on. */
  readonly bottleneck: Bottleneck;
}

const width = 920;
const top = 96;
const rowHeight = 50;
const barHeight = 18;
const axis = { left: 116, right: 560 } as const;
const figuresAt = 578;

/**
 * Draws what is asked of a machine against each of its limits as an SVG: one bar for each, all of the same length as the
 * machine's limit, with what the disks do together marked on IOPS and throughput. Light and dark, without script.
 */
export function limitsPlot(plot: LimitsPlot): string {
  const { title, subtitle, limits, bottleneck } = plot;
  const scale = scaleFor(limits.flatMap((limit) => [limit.used, disksShare(limit, bottleneck) ?? 0]));
  const bottom = top + limits.length * rowHeight;
  const height = bottom + 74;
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-labelledby': 'title description',
  };
  const content = [
    textElement('title', { id: 'title' }, `${title}: what is asked of it, and its limits`),
    textElement('desc', { id: 'description' }, description(plot)),
    element('style', {}, plotStyle),
    element('rect', { class: 'ground', width, height, rx: 6 }),
    textElement('text', { class: 'title', x: 24, y: 36 }, title),
    textElement('text', { class: 'quiet', x: 24, y: 58 }, subtitle),
    ...scale.ticks.map((tick) => tickAt(tick, scale, bottom)),
    ...limits.map((limit, index) => bars(limit, scale, top + index * rowHeight)),
    element('line', { class: 'limit', x1: x(1, scale), x2: x(1, scale), y1: top - 8, y2: bottom - 6 }),
    ...limits.map((limit, index) => words(limit, bottleneck, scale, top + index * rowHeight)),
    legend(bottom + 48),
  ];
  return `${element('svg', attributes, `\n${content.join('\n')}\n`)}\n`;
}

function x(share: number, scale: Scale): number {
  return axis.left + scale.at(share) * (axis.right - axis.left);
}

function tickAt(tick: number, scale: Scale, bottom: number): string {
  const at = x(tick, scale);
  return [
    element('line', { class: 'grid', x1: at, x2: at, y1: top - 8, y2: bottom - 6 }),
    textElement('text', { class: 'quiet', x: at, y: bottom + 12, 'text-anchor': 'middle' }, percent(tick)),
  ].join('\n');
}

/** What the machine has, and of it what is asked. */
function bars({ used, bindsFirst }: LimitReport, scale: Scale, y: number): string {
  const bar = { x: axis.left, y, height: barHeight, rx: 3 };
  return [
    element('rect', { class: 'has', ...bar, width: x(1, scale) - axis.left }),
    element('rect', { class: bindsFirst ? 'first' : 'used', ...bar, width: Math.max(2, x(used, scale) - axis.left) }),
  ].join('\n');
}

function words(limit: LimitReport, bottleneck: Bottleneck, scale: Scale, y: number): string {
  const share = disksShare(limit, bottleneck);
  const text = { class: limit.bindsFirst ? 'first' : 'label', y: y + barHeight / 2 + 5 };
  return [
    textElement('text', { ...text, x: axis.left - 12, 'text-anchor': 'end' }, limit.name),
    ...(share === undefined ? [] : [diskMark(share, scale, y + barHeight / 2)]),
    textElement('text', { ...text, x: figuresAt }, figures(limit)),
    textElement('text', { class: 'quiet', x: figuresAt, y: y + 31 }, remark(limit, bottleneck)),
  ].join('\n');
}

/** A diamond; where the disks do more than the axis shows, an arrow at its end. */
function diskMark(share: number, scale: Scale, y: number): string {
  const at = x(share, scale);
  const points = share > scale.end ? `${at - 6},${y - 8} ${at + 8},${y} ${at - 6},${y + 8}` : diamondAt(at, y);
  return element('polygon', { class: 'disks', points });
}

function figures({ demand, limit, unit, used }: LimitReport): string {
  return `${figure(demand)} of ${figure(limit)}${unit && ` ${unit}`}, ${percent(used)}`;
}

function remark(limit: LimitReport, bottleneck: Bottleneck): string {
  const disks = disksDo(limit, bottleneck);
  const binds = disks?.boundBy === 'machine' ? 'the machine binds' : 'they bind';
  return [
    ...(limit.bindsFirst ? ['binds first'] : []),
    ...(disks ? [`disks do ${figure(disks.does)}: ${binds}`] : []),
  ].join('; ');
}

function legend(y: number): string {
  const keys = [
    ['used', 'asked', 0],
    ['first', 'asked, and binds first', 70],
    ['has', 'what the machine has', 234],
  ] as const;
  const diamond = axis.left + 412;
  return [
    ...keys.flatMap(([name, meaning, at]) => [
      element('rect', { class: name, x: axis.left + at, y: y - 10, width: 12, height: 12, rx: 2 }),
      textElement('text', { class: 'quiet', x: axis.left + at + 18, y }, meaning),
    ]),
    element('polygon', { class: 'disks', points: diamondAt(diamond, y - 4) }),
    textElement('text', { class: 'quiet', x: diamond + 14, y }, 'what the disks of the databases do together'),
  ].join('\n');
}

function diamondAt(at: number, y: number): string {
  return `${at},${y - 9} ${at + 7},${y} ${at},${y + 9} ${at - 7},${y}`;
}

/** What the disks do of what a limit is of; undefined for what disks have no part in. */
function disksDo({ name }: LimitReport, { disks, iopsBoundBy, throughputBoundBy }: Bottleneck) {
  switch (name) {
    case 'IOPS':
      return { does: disks.iops, boundBy: iopsBoundBy };
    case 'throughput':
      return { does: disks.throughputMbps, boundBy: throughputBoundBy };
    default:
      return undefined;
  }
}

function disksShare(limit: LimitReport, bottleneck: Bottleneck): number | undefined {
  const disks = disksDo(limit, bottleneck);
  return disks && disks.does / limit.limit;
}

/** All that the picture shows, for those who do not see it. */
function description({ limits, bottleneck: { disks, effective } }: LimitsPlot): string {
  const first = limits.filter(({ bindsFirst }) => bindsFirst).map(({ name }) => name);
  return (
    `Asked, and what the machine has: ${limits.map((limit) => `${limit.name} ${figures(limit)}`).join('; ')}. ` +
    `${listed(first)} ${first.length === 1 ? 'binds' : 'bind'} first. ` +
    `The disks of the databases do ${figure(disks.iops)} IOPS and ${figure(disks.throughputMbps)} MB/s together; ` +
    `with this machine ${figure(effective.iops)} IOPS and ${figure(effective.throughputMbps)} MB/s are left of that.`
  );
}
