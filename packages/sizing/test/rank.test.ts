import { compareRanks } from '@iris-azure/sizing';

test('the first figure that differs decides, and less is better', () => {
  const ranks = [
    [2, 0, 0],
    [1, 5, 9],
    [1, 5, 2],
    [1, 4, 20],
  ];

  expect(ranks.sort(compareRanks)).toEqual([
    [1, 4, 20],
    [1, 5, 2],
    [1, 5, 9],
    [2, 0, 0],
  ]);
});

test('ranks of the same figures are equal', () => {
  expect(compareRanks([1, 2, 3], [1, 2, 3])).toBe(0);
});
