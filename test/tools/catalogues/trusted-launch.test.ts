import { PageError } from '../../../tools/catalogues/page';
import { readTrustedLaunch } from '../../../tools/catalogues/trusted-launch';
import { pageOf, table } from './fixture-pages';

const runs = readTrustedLaunch(
  pageOf(
    table(
      ['Type', 'Supported size families', 'Currently not supported size families', 'Not supported size families'],
      [
        'General',
        '[D-family](d.md), [Dpqv9-series](p.md) (Arm64)',
        '[Dqv9-series](q.md)',
        '[A-family](a.md), [Dv9-series](o.md)',
      ],
      ['Memory', '[E-family](e.md), [M-family](m.md), [G-family](g.md)', '[M-family](m.md)', '[Eb-family](eb.md)'],
    ),
  ),
);

test.each(['Dqsv9', 'DSv9', 'Eqsv9', 'GS'])('%s, of a supported family, runs Trusted Launch', (series) => {
  expect(runs(series)).toBe(true);
});

test.each([
  ['Dqv9', 'a series that is excepted for now'],
  ['Dv9', 'a series that is excepted'],
  ['Aqv9', 'a family that is excepted'],
  ['Mqv9', 'a family that is both supported and not'],
  ['Ebqsv9', 'a family whose name begins like a supported one'],
  ['Fqv9', 'a family of which nothing is said'],
])('%s, %s, does not', (series) => {
  expect(runs(series)).toBe(false);
});

test('fails on a page without the table', () => {
  expect(() => readTrustedLaunch(pageOf('Text.', 'articles/a.md'))).toThrow(
    new PageError('articles/a.md: has no table of size families by type'),
  );
});
