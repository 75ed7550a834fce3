import { lines } from '../../../tools/catalogues/lines';

const content = {
  day: '2031-02-03',
  sizes: { a: { vcpus: 1, pair: [1, 2] }, b: { vcpus: 2 } },
  names: ['a', 'b'],
  none: {},
};

test('what is written is what was given', () => {
  expect(JSON.parse(lines(content))).toEqual(content);
});

test('each member of a member has a line of its own', () => {
  expect(lines(content).split('\n')).toEqual([
    '{',
    '  "day": "2031-02-03",',
    '  "sizes": {',
    '    "a": {"vcpus":1,"pair":[1,2]},',
    '    "b": {"vcpus":2}',
    '  },',
    '  "names": [',
    '    "a",',
    '    "b"',
    '  ],',
    '  "none": {}',
    '}',
    '',
  ]);
});
