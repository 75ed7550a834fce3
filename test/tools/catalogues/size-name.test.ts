import { constrainedOf, families, seriesNameOf } from '../../../tools/catalogues/size-name';

test.each([
  ['Standard_D3qs_v9', 'Dqsv9'],
  ['Standard_DS33', 'DS'],
  ['Basic_A7', 'A'],
  ['Standard_DS33_v9', 'DSv9'],
  ['Standard_E64-16qs_v9', 'Eqsv9'],
  ['Standard_E99iqs_v9', 'Eqsv9'],
  ['Standard_M99bqs_4_v9', 'Mbqsv9'],
  ['Standard_F9', 'F'],
])('%s is of series %s', (size, series) => {
  expect(seriesNameOf(size)).toBe(series);
});

test.each(['Standard', 'D3qs_v9', 'Standard_D3qs_w9', ''])("'%s' is no name of a size", (name) => {
  expect(seriesNameOf(name)).toBeUndefined();
});

test('a size of constrained vCPUs tells its base size and what is left', () => {
  expect(constrainedOf('Standard_E64-16qs_v9')).toEqual({ base: 'Standard_E64qs_v9', vcpus: 16 });
  expect(constrainedOf('Standard_GS44-4')).toEqual({ base: 'Standard_GS44', vcpus: 4 });
  expect(constrainedOf('Standard_E64qs_v9')).toBeUndefined();
});

test('families of graphics processors and of confidential computing are left out', () => {
  expect(['Dqsv9', 'DS', 'GS', 'Mbv9', 'A'].filter((name) => families.test(name))).toHaveLength(5);
  expect(['NXv9', 'DCsv9', 'ECasv9', 'HBv9', 'FXv9', 'NC'].filter((name) => families.test(name))).toEqual([]);
});
