import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { marked, type Token } from 'marked';

/** A page of Microsoft's documentation, as its repository has it. */
export interface Page {
  /** Path in the repository, for example `articles/virtual-machines/sizes/memory-optimized/edsv5-series.md`. */
  readonly file: string;
  /** Address under which it is published. */
  readonly source: string;
  /** Date that it bears, as `2024-08-01`. */
  readonly date: string;
  /** Its text, without front matter. */
  readonly text: string;
  /** Its parts, as Markdown has them. */
  readonly tokens: readonly Token[];
}

/** A page, or another source, that cannot be read as what it is taken for. */
export class PageError extends Error {
  /** What tells it from other errors. */
  public override readonly name = 'PageError';
}

/** Reads a page below a folder of downloaded pages. */
export function readPage(folder: string, file: string): Page {
  const whole = pageText(folder, file);
  const [, front = '', text = whole] = /^---\n(.*?)\n---\n(.*)$/s.exec(whole) ?? [];
  const [, month, day, year] = /^ ?ms\.date:\s*(\d\d)\/(\d\d)\/(\d{4})/m.exec(front) ?? [];
  if (!year) {
    throw new PageError(`${file}: has no ms.date in its front matter; download the page as its repository has it`);
  }
  const published = file.replace(/^articles\//, '').replace(/\.md$/, '');
  return {
    file,
    source: `https://learn.microsoft.com/azure/${published}`,
    date: `${year}-${month}-${day}`,
    text,
    tokens: marked.lexer(text),
  };
}

function pageText(folder: string, file: string): string {
  const page = path.join(folder, file);
  if (!existsSync(page)) {
    throw new PageError(`${file}: is not in ${folder}; download it to the path that it has in its repository`);
  }
  return readFileSync(page, 'utf8');
}

/** A table: the names of its columns, and its cells as plain text. */
export interface PageTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Plain text of a cell: no footnote marks, no emphasis, no hard spaces. */
export function plain(cell: string): string {
  return cell
    .replace(/<sup>.*?<\/sup>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/[*`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The table that a token is; undefined for all other tokens. */
export function tableOf(token: Token): PageTable | undefined {
  if (token.type !== 'table') {
    return undefined;
  }
  const { header, rows } = token as { header: { text: string }[]; rows: { text: string }[][] } & Token;
  return {
    columns: header.map(({ text }) => plain(text)),
    rows: rows.map((row) => row.map(({ text }) => plain(text))),
  };
}
