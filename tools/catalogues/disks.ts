import { type DiskTier, type ProvisionedLimits } from '@iris-azure/sizing';
import { type DisksData } from '@iris-azure/sizing/catalogue-data';
import { figure } from './columns';
import { type Page, PageError, type PageTable, readPage, tableOf } from './page';

const overview = 'articles/virtual-machines/disks-types.md';

/** Pages of the tables of tiers. */
const tierPages = {
  Premium_LRS: 'includes/disk-storage-premium-ssd-sizes.md',
  StandardSSD_LRS: 'includes/disk-storage-standard-ssd-sizes.md',
  Standard_LRS: 'includes/disk-storage-standard-hdd-sizes.md',
} as const;

/** Reads the tiers and limits of managed disks. */
export function readDisks(folder: string, readOn: string): DisksData {
  const page = readPage(folder, overview);
  const tiers = Object.entries(tierPages).map(([type, file]) => [type, readPage(folder, file)] as const);
  return {
    readOn,
    sources: Object.fromEntries(
      [...tiers, ['PremiumV2_LRS', page] as const, ['UltraSSD_LRS', page] as const].map(([type, { date }]) => [
        type,
        // Included tables are published as parts of this page.
        { source: page.source, pageDate: date },
      ]),
    ),
    tiers: Object.fromEntries(
      tiers.map(([type, tierPage]) => [type, tiersOf(tierPage)]),
    ) as unknown as DisksData['tiers'],
    provisioned: { PremiumV2_LRS: premiumV2(page), UltraSSD_LRS: ultra(page) },
  };
}

/** A table whose columns are tiers and whose rows are figures. */
function tiersOf(page: Page): DiskTier[] {
  const [table] = page.tokens.flatMap((token) => tableOf(token) ?? []);
  if (!table) {
    throw new PageError(`${page.file}: has no table of sizes`);
  }
  const duration = table.rows.find(([label = '']) => /burst duration/i.test(label));
  return table.columns.slice(1).map((name, index) => {
    const at = (pattern: RegExp) => figureOf(page, table, pattern, index + 1);
    return {
      name,
      sizeGib: at(/^disk size in gib/i),
      iops: at(/^(?!.*(burst|expanded)).*iops per disk/i),
      throughputMbps: at(/^(?!.*(burst|expanded)).*throughput per disk/i),
      // What bursts for as long as it likes does so on demand: it has to be asked for, and is paid for.
      ...((duration?.[index + 1] ?? '').includes('30 min') && {
        burst: { iops: at(/burst iops/i), throughputMbps: at(/burst throughput/i) },
      }),
    };
  });
}

/** The figure of a cell such as `120`, `Up to 500` or `32,767`. */
function figureOf(page: Page, { rows, columns }: PageTable, pattern: RegExp, column: number): number {
  const row = rows.find(([label = '']) => pattern.test(label));
  if (!row) {
    throw new PageError(`${page.file}: its table has no row that fits ${pattern.source}`);
  }
  const value = figure((row[column] ?? '').replace(/^up to\s*/i, ''));
  if (value === undefined) {
    throw new PageError(`${page.file}: ${columns[column] ?? ''} has no figure in the row ${row[0] ?? ''}`);
  }
  return value;
}

function premiumV2(page: Page): ProvisionedLimits {
  const { text } = page;
  return {
    sizeGib: gibRange(page, /Premium SSD v2 capacities range from (1) GiB to (64) TiB/),
    iops: {
      least: sentence(page, text, /baseline IOPS of ([\d,]+)/),
      most: sentence(page, text, /per GiB, up to ([\d,]+) IOPS/),
      perGib: sentence(page, text, /increases at a rate of ([\d,]+) per GiB/),
    },
    throughputMbps: {
      least: sentence(page, text, /baseline throughput of ([\d,]+) MB\/s/),
      most: sentence(page, text, /([\d,]+) MB\/s is the maximum throughput/),
      perIops: sentence(page, text, /increases by ([\d.]+) MB\/s per set IOPS/),
    },
  };
}

function ultra(page: Page): ProvisionedLimits {
  const { text } = page;
  return {
    sizeGib: gibRange(page, /Ultra Disk sizes range from (\d+) GiB up to (\d+) TiB/),
    iops: {
      least: sentence(page, text, /minimum baseline IOPS per disk is ([\d,]+)/),
      most: sentence(page, text, /IOPS per GiB, up to a maximum of ([\d,]+) IOPS/),
      perGib: sentence(page, text, /IOPS limits of ([\d,]+) IOPS per GiB/),
    },
    throughputMbps: {
      least: sentence(page, text, /minimum guaranteed throughput of an Ultra Disk is ([\d,]+) MB\/s/),
      most: sentence(page, text, /up to a maximum of ([\d,]+) MB\/s per disk/),
      perIops: sentence(page, text, /throughput limit of an Ultra Disk is ([\d.]+) MB\/s for each/),
    },
  };
}

function gibRange(page: Page, pattern: RegExp): { least: number; most: number } {
  const [, gib, tib] = pattern.exec(page.text) ?? [];
  if (gib === undefined || tib === undefined) {
    throw new PageError(`${page.file}: has no sentence that fits ${pattern.source}`);
  }
  return { least: Number(gib), most: Number(tib) * 1024 };
}

function sentence(page: Page, text: string, pattern: RegExp): number {
  const [, value] = pattern.exec(text) ?? [];
  const number = value === undefined ? undefined : figure(value);
  if (number === undefined) {
    throw new PageError(`${page.file}: has no sentence that fits ${pattern.source}`);
  }
  return number;
}
