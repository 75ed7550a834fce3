import { machineSizes, retirementOf } from '@iris-azure/sizing';
import { files } from './support/catalogues';

const { retirements, source, pageDate } = files.retirements;

/** A size of each entry of the list: one that Azure has, or had. */
const example: Readonly<Record<string, string>> = {
  'Av1-series': 'Basic_A2',
  'D-series': 'Standard_D12',
  'Ds-series': 'Standard_DS13-2',
  'Dv2-series': 'Standard_D15i_v2',
  'Dsv2-series': 'Standard_DS12-1_v2',
  'Av2/Amv2-series': 'Standard_A4m_v2',
  'B-series (V1)': 'Standard_B2ms',
  'Dv3-series': 'Standard_D8_v3',
  'Dsv3-series': 'Standard_D32-16s_v3',
  'DCsv2-series': 'Standard_DC4s_v2',
  'DCas_cc_v5/DCads_cc_v5-series': 'Standard_DC8ads_cc_v5',
  'DCsv3/DCdsv3-series': 'Standard_DC16ds_v3',
  'F-series': 'Standard_F8',
  'Fs-series': 'Standard_F8s',
  'Fsv2-series': 'Standard_F72s_v2',
  'G-series': 'Standard_G5',
  'Gs-series': 'Standard_GS4-8',
  'Ev3-series': 'Standard_E64i_v3',
  'Esv3-series': 'Standard_E16-4s_v3',
  Standard_M192idms_v2: 'Standard_M192idms_v2',
  Standard_M192ids_v2: 'Standard_M192ids_v2',
  Standard_M192ims_v2: 'Standard_M192ims_v2',
  Standard_M192is_v2: 'Standard_M192is_v2',
  'ECas_cc_v5/ECads_cc_v5-series': 'Standard_EC16as_cc_v5',
  'Ls-series': 'Standard_L16s',
  'Lsv2-series': 'Standard_L80s_v2',
};

test("the list's page and its day are told", () => {
  expect(source).toMatch(/^https:\/\/learn\.microsoft\.com\//);
  expect(pageDate).toMatch(/^20\d\d-\d\d-\d\d$/);
});

test.each(retirements.map((retirement) => [retirement.name, retirement] as const))(
  'the end of %s is that of a size of it',
  (name, retirement) => {
    expect(retirementOf(example[name] ?? '')).toEqual(retirement);
    expect(retirement.date).toMatch(/^20\d\d-\d\d-\d\d$/);
  },
);

test('no name of the list is twice', () => {
  expect(new Set(retirements.map(({ name }) => name)).size).toBe(retirements.length);
});

test('no size of the catalogue ends with two series', () => {
  const patterns = retirements.map(({ sizes }) => new RegExp(sizes));
  const ends = machineSizes().map(
    ({ name }) => [name, patterns.filter((pattern) => pattern.test(name)).length] as const,
  );

  expect(ends.filter(([, count]) => count > 1)).toEqual([]);
});

test('sizes of one series end together', () => {
  const ends = new Map<string, Set<string>>();
  for (const { name, series } of machineSizes().filter((size) => !size.name.includes('M192'))) {
    ends.set(series, (ends.get(series) ?? new Set()).add(retirementOf(name)?.name ?? ''));
  }

  // The compute-intensive A8 to A11 are of the list's series A, as the others are.
  expect([...ends].filter(([, names]) => names.size > 1)).toEqual([]);
});

test.each([
  ['Standard_D4s_v3', 'announced', '2029-11-15'],
  ['Standard_DS13', 'announced', '2028-05-01'],
  ['Standard_A1', 'retired', '2024-08-31'],
])('%s: %s, %s', (size, status, date) => {
  expect(retirementOf(size)).toMatchObject({ status, date });
});

test.each(['Standard_E32ds_v5', 'Standard_D2as_v6', 'Standard_D4s_v5', 'Standard_E8-4ds_v5', 'Standard_M192s_v3'])(
  'no end of %s is announced',
  (size) => {
    expect(retirementOf(size)).toBeUndefined();
  },
);
