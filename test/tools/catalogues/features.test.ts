import { featuresOf } from '../../../tools/catalogues/features';

test.each([
  [
    'a list',
    '- [Premium Storage](a.md): Supported\n- [Premium Storage caching](a.md): Supported\n' +
      '- [Generation 2 VMs](b.md): Supported\n- [Generation 1 VMs](b.md): Supported',
  ],
  [
    'a table',
    '|[Premium Storage](a.md)| Supported |\n|[Premium Storage caching](a.md)| Supported |\n' +
      '|[VM Generation Support](b.md)| Generation 1 and 2 |',
  ],
  [
    'lines',
    '[Premium Storage](a.md): Supported <br>[Premium Storage caching](a.md): Supported <br>' +
      '[VM Generation Support](b.md): Generation 1 and 2<br>',
  ],
  ['plain lines', 'Premium Storage: Supported\n\nPremium Storage caching: Supported\n\nVM Generation Support: 1 and 2'],
])('features are read from %s', (_what, text) => {
  expect(featuresOf(text)).toEqual({ premiumStorage: true, premiumCaching: true, generations: [1, 2] });
});

test('what is not supported is not, and neither is what nothing is said of', () => {
  const none = { premiumStorage: false, premiumCaching: false, generations: [] };

  expect(featuresOf('Premium Storage: Not Supported\n\nPremium Storage caching:  Not Supported')).toEqual(none);
  expect(featuresOf('')).toEqual(none);
});

test('caching is told by its own line alone', () => {
  expect(featuresOf('Premium Storage: Supported<br>Premium Storage caching: Not Supported')).toMatchObject({
    premiumStorage: true,
    premiumCaching: false,
  });
});

test.each([
  ['Generation 2', [2]],
  ['Generation 1', [1]],
])('"VM Generation Support: %s" is that generation alone', (told, generations) => {
  expect(featuresOf(`VM Generation Support: ${told}<br>`).generations).toEqual(generations);
});
