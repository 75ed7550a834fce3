import { type Retirement, type RetirementData } from '@iris-azure/sizing/catalogue-data';
import { type Page, PageError, type PageTable, tableOf } from './page';
import { families } from './size-name';

/**
 * Sizes of the series of Microsoft's list, by the list's names. No pattern matches a size of another series; what is in
 * brackets stands for constrained vCPUs, isolated sizes and promotions.
 */
const sizesOf: Readonly<Record<string, string>> = {
  'D-series': '^Standard_D[0-9]+(_Promo)?$',
  'Ds-series': '^Standard_DS[0-9]+(-[0-9]+)?(_Promo)?$',
  'Dv2-series': '^Standard_D[0-9]+i?_v2(_Promo)?$',
  'Dsv2-series': '^Standard_DS[0-9]+(-[0-9]+)?i?_v2(_Promo)?$',
  'Av2/Amv2-series': '^Standard_A[0-9]+m?_v2$',
  'Dv3-series': '^Standard_D[0-9]+i?_v3$',
  'Dsv3-series': '^Standard_D[0-9]+(-[0-9]+)?i?s_v3$',
  'Ev3-series': '^Standard_E[0-9]+i?_v3$',
  'Esv3-series': '^Standard_E[0-9]+(-[0-9]+)?i?s_v3$',
  'DCsv2-series': '^Standard_DC[0-9]+s_v2$',
  'DCas_cc_v5/DCads_cc_v5-series': '^Standard_DC[0-9]+ad?s_cc_v5$',
  'DCsv3/DCdsv3-series': '^Standard_DC[0-9]+d?s_v3$',
  'ECas_cc_v5/ECads_cc_v5-series': '^Standard_EC[0-9]+ad?s_cc_v5$',
  'B-series (V1)': '^Standard_B[0-9]+(s|ms|ls)$',
  'F-series': '^Standard_F[0-9]+$',
  'Fs-series': '^Standard_F[0-9]+s$',
  'Fsv2-series': '^Standard_F[0-9]+s_v2$',
  'G-series': '^Standard_G[0-9]+$',
  'Gs-series': '^Standard_GS[0-9]+(-[0-9]+)?$',
  'Ls-series': '^Standard_L[0-9]+s$',
  'Lsv2-series': '^Standard_L[0-9]+s_v2$',
};

/** The whole tier Basic went with the first A-series, which the list no longer names. */
const gone: Retirement = {
  name: 'Av1-series',
  status: 'retired',
  date: '2024-08-31',
  sizes: '^(Basic|Standard)_A[0-9]+$',
};

/** Reads the list of retired and retiring series, as far as it is of families that the catalogue has. */
export function readRetirements(list: Page, readOn: string): RetirementData {
  const tables = list.tokens.flatMap((token) => tableOf(token) ?? []).filter(({ columns }) => columns.includes(ends));
  if (tables.length === 0) {
    throw new PageError(`${list.file}: has no table with a column '${ends}'`);
  }
  return {
    source: list.source,
    pageDate: list.date,
    readOn,
    retirements: [gone, ...tables.flatMap((table) => retirementsIn(table, list.file))],
  };
}

/** Column of the day on which a series ends. */
const ends = 'Planned Retirement Date';

function retirementsIn({ columns, rows }: PageTable, file: string): Retirement[] {
  const [status, date] = [columns.indexOf('Retirement Status'), columns.indexOf(ends)];
  return rows.flatMap((row) => {
    const name = row[0] ?? '';
    const sizes = patternOf(name, file);
    return sizes === undefined
      ? []
      : [{ name, status: statusOf(row[status]), date: isoDate(row[date] ?? '', name, file), sizes }];
  });
}

/** Pattern of the sizes of an entry; undefined for families that the catalogue does not have. */
function patternOf(name: string, file: string): string | undefined {
  const pattern = sizesOf[name] ?? (name.startsWith('Standard_') ? `^${name}$` : undefined);
  if (pattern === undefined && families.test(name)) {
    throw new PageError(`${file}: names ${name}, whose sizes are not known; add their pattern to retirements.ts`);
  }
  return pattern;
}

function statusOf(cell = ''): Retirement['status'] {
  return /announced/i.test(cell) ? 'announced' : 'retired';
}

/** `05/01/28`, month first. */
function isoDate(cell: string, name: string, file: string): string {
  const [, month, day, year] = /^(\d+)\/(\d+)\/(?:20)?(\d\d)$/.exec(cell) ?? [];
  if (!month || !day || !year) {
    throw new PageError(`${file}: ${name} ends on '${cell}', which is no month/day/year`);
  }
  return `20${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
