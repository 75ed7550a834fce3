import { type createColors } from 'picocolors';
import { type CatalogueSource } from '../catalogue/sources';
import { textTable } from './text-table';

/** Sources of the figures, and their dates. */
export function formatSources(sources: readonly CatalogueSource[], colors: ReturnType<typeof createColors>): string[] {
  const rows = sources.map(({ name, readOn, pages, source }) => [name, readOn, pageDates(pages), source]);
  const [header = '', ...table] = textTable(['figures', 'of', 'pages dated', 'from'], rows);
  return [colors.bold('Where the figures are from'), colors.dim(header), ...table];
}

/** Dates of pages, in words. */
export function pageDates(pages: CatalogueSource['pages']): string {
  if (!pages) {
    return '-';
  }
  return pages.oldest === pages.newest ? pages.newest : `${pages.oldest} to ${pages.newest}`;
}
