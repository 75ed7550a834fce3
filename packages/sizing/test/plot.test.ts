import { limitsPlot, type PlanReport, planPlot, planReport } from '@iris-azure/sizing';
import { DOMParser, type Element } from '@xmldom/xmldom';

const report = planReport({
  sizing: { workload: { vcpus: 16, memoryGib: 100, capacityGib: 12_000, iops: 12_000, throughputMbps: 450 } },
  options: { regions: ['westeurope', 'northeurope'] },
});

/** The picture as XML; what is not well-formed is an error. */
function drawn(plan: PlanReport = report): Element {
  const { documentElement } = new DOMParser({ onError: fail }).parseFromString(planPlot(plan), 'image/svg+xml');
  if (!documentElement) {
    throw new Error('there is no picture');
  }
  return documentElement;
}

function fail(level: string, message: string): never {
  throw new Error(`${level}: ${message}`);
}

function elements(name: string, plan?: PlanReport): Element[] {
  return [...drawn(plan).getElementsByTagName(name)];
}

function numberOf(element: Element | undefined, attribute: string): number {
  return Number(element?.getAttribute(attribute));
}

/** Bars of what is asked, in the order of the limits; those in the legend left out. */
function bars(plan?: PlanReport): Element[] {
  return elements('rect', plan).filter(
    (rect) => ['used', 'first'].includes(rect.getAttribute('class') ?? '') && rect.getAttribute('rx') === '3',
  );
}

function texts(plan?: PlanReport): string[] {
  return elements('text', plan).map(({ textContent }) => textContent ?? '');
}

/** Where the marks of the disks are: of IOPS, of throughput, and in the legend. */
function marks(plan: PlanReport): number[][][] {
  return elements('polygon', plan).map((mark) =>
    (mark.getAttribute('points') ?? '').split(' ').map((point) => point.split(',').map(Number)),
  );
}

test('has a title and a description that say all of it to those who do not see it', () => {
  const [title] = elements('title');
  const [description] = elements('desc');

  expect(drawn().getAttribute('aria-labelledby')).toBe('title description');
  expect(title?.textContent).toContain(report.machine.size);
  for (const { name, limit } of report.machine.limits) {
    expect(description?.textContent).toContain(name);
    expect(description?.textContent).toContain(limit.toLocaleString('en-US'));
  }
  expect(description?.textContent).toContain('vCPUs binds first.');
});

test('a bar is as long as its share of the limit', () => {
  const has = elements('rect').filter((rect) => rect.getAttribute('class') === 'has' && numberOf(rect, 'rx') === 3);
  const shares = bars().map((bar, index) => numberOf(bar, 'width') / numberOf(has[index], 'width'));

  expect(shares).toHaveLength(5);
  for (const [index, { used }] of report.machine.limits.entries()) {
    expect(shares[index]).toBeCloseTo(used, 1);
  }
});

test('what binds first is marked, in colour and in words', () => {
  const marked = bars().map((bar) => bar.getAttribute('class') === 'first');

  expect(marked).toEqual(report.machine.limits.map(({ bindsFirst }) => bindsFirst));
  expect(texts().filter((text) => text.startsWith('binds first'))).toHaveLength(marked.filter(Boolean).length);
});

test('says in figures what the disks do, and which of both binds', () => {
  const { disks, bottleneck } = report;

  expect(bottleneck.throughputBoundBy).toBe('machine');
  expect(texts()).toContain(`disks do ${disks.together.throughputMbps.toLocaleString('en-US')}: the machine binds`);
  expect(texts()).toContain(`disks do ${disks.together.iops.toLocaleString('en-US')}: they bind`);
});

test('disks that do far more than the axis shows are an arrow at its end, within the picture', () => {
  const far = { ...report.bottleneck, disks: { iops: 12_100, throughputMbps: 100_000 } };
  const [iops = [], throughput = []] = marks({ ...report, bottleneck: far });

  expect([iops.length, throughput.length]).toEqual([4, 3]);
  expect(Math.max(...throughput.map(([at = 0]) => at))).toBeLessThan(numberOf(drawn(), 'width'));
});

test('no text begins outside of the picture', () => {
  const [width, height] = [numberOf(drawn(), 'width'), numberOf(drawn(), 'height')];

  expect(
    elements('text').filter(
      (text) => numberOf(text, 'x') < 0 || numberOf(text, 'x') > width || numberOf(text, 'y') > height,
    ),
  ).toEqual([]);
});

test('text is escaped, and what XML has no character for is left out', () => {
  const hostile = `</text><script>alert("1")</script> & 'x' \u0000\u001b\uD800`;
  const plan = { ...report, mirror: hostile };

  expect(planPlot(plan)).not.toContain('<script');
  expect(texts(plan)[0]).toBe(`</text><script>alert("1")</script> & 'x' : ${report.machine.size}`);
});

test('is for light and dark, and neither runs nor fetches anything', () => {
  const picture = planPlot(report);

  expect(picture).toContain('prefers-color-scheme: dark');
  expect(picture).not.toMatch(/<script|<image|href|url\(|@import| on\w+=/);
});

test('a picture of the same plan is the same', () => {
  expect(planPlot(report)).toBe(planPlot(report));
});

test('many regions are counted, so that they fit', () => {
  const regions = ['westeurope', 'northeurope', 'francecentral', 'uksouth', 'swedencentral'];

  expect(texts({ ...report, regions })[1]).toMatch(/, in westeurope and 4 other regions$/);
});

test('limits of a machine with disks can be drawn without a plan', () => {
  const limit = { name: 'vCPUs', unit: '', demand: 4, limit: 0, used: Infinity, bindsFirst: true } as const;

  expect(limitsPlot({ title: 'x', subtitle: '', limits: [limit], bottleneck: report.bottleneck })).not.toMatch(
    /NaN|="-?Infinity/,
  );
});
