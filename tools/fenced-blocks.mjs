import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Folders whose Markdown is not this project's documentation. */
const skipped = new Set(['node_modules', 'dist', 'cdktf.out', '.git', '.cache', '.changeset']);

/** Markdown files below a folder, sorted. */
export function markdownFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name) && entry.name !== 'CHANGELOG.md')
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return markdownFiles(file);
      return entry.name.endsWith('.md') ? [file] : [];
    })
    .sort();
}

/** Fenced code blocks of a Markdown file: line of the fence, info string ("sh azure"), and the code, without indent. */
export function fencedBlocks(file) {
  const blocks = [];
  let open;
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      const fence = /^(\s*)```(.*)$/.exec(line);
      if (!fence) {
        open?.code.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line);
      } else if (open) {
        blocks.push({ ...open, code: open.code.join('\n') });
        open = undefined;
      } else {
        open = { file, line: index + 1, indent: fence[1], info: fence[2].trim(), code: [] };
      }
    });
  return blocks;
}
