/** A fenced block of code in a Markdown document. */
export interface FencedBlock {
  /** The line of the opening fence, from 1. */
  readonly line: number;
  /** What follows the opening fence: "sh azure". */
  readonly info: string;
  /** What is between the fences, without the indent of the opening one. */
  readonly code: string;
}

/** The fenced blocks of a Markdown text, in order. */
export function fencedBlocks(markdown: string): FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let open: { line: number; info: string; indent: string; code: string[] } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const [fence, indent = '', info = ''] = /^(\s*)```(.*)$/.exec(line) ?? [];
    if (fence === undefined) {
      open?.code.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line);
    } else if (open) {
      blocks.push({ line: open.line, info: open.info, code: open.code.join('\n') });
      open = undefined;
    } else {
      open = { line: index + 1, indent, info: info.trim(), code: [] };
    }
  }
  return blocks;
}
