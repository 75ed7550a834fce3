import { catalogueSources } from '@iris-azure/sizing';

/** Table in Markdown of the catalogues from which sizes are chosen. */
export function sizingTable(): string {
  return [
    '| figures | of | pages dated | from | file |',
    '| --- | --- | --- | --- | --- |',
    ...catalogueSources().map(({ name, readOn, pages, source, file }) => {
      const dated = pages ? [...new Set([pages.oldest, pages.newest])].join(' to ') : '';
      const link = `[${source.split('/').slice(2, 5).join('/')}](${source})`;
      return `| ${[name, readOn, dated, link, `[${file}](../packages/sizing/data/${file})`].join(' | ')} |`;
    }),
  ].join('\n');
}
