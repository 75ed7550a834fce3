/** A here document, as it begins: the word that ends it, and whether tabs before that word are left out. */
const hereDocument = /(?<!<)<<(-?)\s*(?:'([^']+)'|"([^"]+)"|\\?([A-Za-z_]\w*))/;

/**
 * A script of bash without lines that are nothing but a comment, and without empty lines: a third of its size. The first line,
 * and what stands in here documents, is as before, so that the script does the same.
 */
export function condense(script: string): string {
  const kept: string[] = [];
  let end: RegExp | undefined;
  for (const [index, line] of script.split('\n').entries()) {
    if (end) {
      kept.push(line);
      if (end.test(line)) {
        end = undefined;
      }
    } else if (index === 0 || !/^\s*(#.*)?$/.test(line)) {
      kept.push(line);
      end = endOfDocument(line);
    }
  }
  return `${kept.join('\n')}\n`;
}

function endOfDocument(line: string): RegExp | undefined {
  const [, tabs, ...words]: (string | undefined)[] = hereDocument.exec(line) ?? [];
  const word = words.find((candidate) => candidate !== undefined);
  return word === undefined ? undefined : new RegExp(`^${tabs ? '\\t*' : ''}${word.replace(/\W/g, '\\$&')}$`);
}
