import { fencedBlocks } from '../../tools/fenced-blocks';

test('finds blocks with their lines and what follows the fence', () => {
  const markdown = ['# Title', '', '```sh azure', 'az login', 'az account show', '```', '', '```', 'plain', '```'];

  expect(fencedBlocks(markdown.join('\n'))).toEqual([
    { line: 3, info: 'sh azure', code: 'az login\naz account show' },
    { line: 8, info: '', code: 'plain' },
  ]);
});

test('takes the indent of a list off the code, and leaves that of the code', () => {
  const markdown = ['1. First:', '', '   ```sh', '   if true; then', '     echo yes', '   fi', '   ```'];

  expect(fencedBlocks(markdown.join('\n'))).toEqual([{ line: 3, info: 'sh', code: 'if true; then\n  echo yes\nfi' }]);
});
