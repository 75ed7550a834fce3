import { condense } from '../src/condense';

test('lines that are only a comment and empty lines go, the first line stays', () => {
  expect(condense('#!/bin/bash\n# What it does.\n\necho a # b\n  # c\necho "# d"\n')).toBe(
    '#!/bin/bash\necho a # b\necho "# d"\n',
  );
});

test.each([
  ['a here document', 'cat << END\n# kept\n\nEND\n'],
  ['one with a quoted word', "cat << 'END'\n# kept\nEND\n"],
  ['one whose end may be indented', 'cat <<- END\n\t# kept\n\tEND\n'],
])('%s stays as it is', (_, document) => {
  expect(condense(`#!/bin/bash\n${document}# gone\necho\n`)).toBe(`#!/bin/bash\n${document}echo\n`);
});

test('a here string, and a shift in arithmetic, are no here document', () => {
  expect(condense('#!/bin/bash\ncat <<< END\n# gone\necho $((1 << 2))\n# gone\n')).toBe(
    '#!/bin/bash\ncat <<< END\necho $((1 << 2))\n',
  );
});
