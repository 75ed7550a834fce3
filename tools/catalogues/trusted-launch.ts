import { type Page, PageError, tableOf } from './page';

/** Whether Azure runs Trusted Launch on a series, of sizes that have generation 2. */
export type TrustedLaunch = (series: string) => boolean;

/** Reads which families and series run Trusted Launch. */
export function readTrustedLaunch(page: Page): TrustedLaunch {
  const table = page.tokens.flatMap((token) => tableOf(token) ?? []).find(({ columns }) => columns[0] === 'Type');
  if (!table) {
    throw new PageError(`${page.file}: has no table of size families by type`);
  }
  const [supported, ...unsupported] = [1, 2, 3].map((column) =>
    table.rows.flatMap((row) => (row[column] ?? '').split(',').map(nameOf)),
  );
  const none = unsupported.flat();
  return (series) => {
    const family = familyOf(series);
    return (
      (supported ?? []).includes(`${family}-family`) &&
      !none.includes(`${family}-family`) &&
      !none.includes(`${series}-series`)
    );
  };
}

/** `Dpsv6-series (Arm64)` without what is in brackets. */
function nameOf(entry: string): string {
  return entry.replace(/\(.*\)/, '').trim();
}

/** Family of a series, as Microsoft groups them: DS and GS are of D and G. */
function familyOf(series: string): string {
  return series.startsWith('Eb') ? 'Eb' : series.charAt(0);
}
