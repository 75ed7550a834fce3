import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as foundation from '@iris-azure/foundation';
import { environmentNames, environmentsFolder, synthesize } from '@iris-azure/stacks';
import { inTemporaryFolder } from '../../test/support';

jest.mock('@iris-azure/foundation', () => {
  const actual = jest.requireActual<typeof foundation>('@iris-azure/foundation');
  return { ...actual, readEnvironment: jest.fn(actual.readEnvironment) };
});

/** Text of the production environment with one line changed. */
function changed(line: string, by: string): string {
  const text = readFileSync(path.join(environmentsFolder, 'trakcare-prod.yaml'), 'utf8');
  expect(text).toContain(line);
  return text.replace(line, by);
}

/** Error and files that are left when production is synthesized from another text. */
function attempt(text: string) {
  jest
    .mocked(foundation.readEnvironment)
    .mockImplementationOnce((file) => foundation.parseEnvironment(text, path.basename(file)));
  return inTemporaryFolder((outdir) => {
    let error: unknown;
    try {
      synthesize({ environment: 'trakcare-prod', outdir });
    } catch (caught) {
      error = caught;
    }
    const files = readdirSync(outdir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return { error, files: files.map(({ name }) => name) };
  });
}

test('fails on an environment that does not exist, with those that do', () => {
  const attemptUnknown = () => inTemporaryFolder((outdir) => synthesize({ environment: 'trakcare-uat', outdir }));

  expect(attemptUnknown).toThrow(foundation.EnvironmentError);
  expect(attemptUnknown).toThrow(`environment must be one of ${environmentNames().join(', ')}, got 'trakcare-uat'`);
});

test.each(['../environments/trakcare-prod', 'trakcare-prod.yaml', ''])(
  'fails on %j, which is no name of an environment',
  (environment) => {
    const build = () => inTemporaryFolder((outdir) => synthesize({ environment, outdir }));

    expect(build).toThrow(`got '${environment}'`);
  },
);

test('fails on a wrong field with nothing written', () => {
  const { error, files } = attempt(changed('name: TRAK', 'name: ABCDEFGHIJKLMNOP'));

  expect(error).toBeInstanceOf(foundation.EnvironmentError);
  expect(String(error)).toContain(
    'trakcare-prod.yaml: mirror.name must be 1 to 15 letters and digits, got "ABCDEFGHIJKLMNOP"',
  );
  expect(files).toEqual([]);
});

test.each([
  [
    'addressSpace: 10.20.0.0/21',
    'addressSpace: 10.20.0.0/22',
    /trakcare-prod-network\/Network: address space must be at least a \/21/,
  ],
  ['addressSpace: 10.20.8.0/21', 'addressSpace: 10.20.8.0/22', /address space must be at least a \/21/],
  [
    'hostName: trakcare.contoso.example',
    'hostName: trakcare.example.org',
    /trakcare-prod-dr\/.*: host name must lie below its DNS zone/,
  ],
  [
    'database: { sizeGib: 1024, disks: 4 }',
    'database: { sizeGib: 1024, disks: 1 }',
    /mirror\.volumes\.database\.disks must be at least 2/,
  ],
])('fails on %s with nothing written when it is %s', (line, by, message) => {
  const { error, files } = attempt(changed(line, by));

  expect((error as Error).message).toMatch(message);
  expect(files).toEqual([]);
});

test('fails on a file that is named after another environment', () => {
  const { error, files } = attempt(changed('environment: prod', 'environment: uat'));

  expect(String(error)).toContain(
    'file must be named after its workload and environment, whose stacks are trakcare-uat-*',
  );
  expect(files).toEqual([]);
});

test('a refused synthesis leaves what an earlier one wrote', () => {
  inTemporaryFolder((outdir) => {
    synthesize({ environment: 'trakcare-prod', outdir });
    const before = readdirSync(outdir, { recursive: true }).sort();
    jest.mocked(foundation.readEnvironment).mockImplementationOnce((file) => foundation.parseEnvironment('{}', file));

    expect(() => synthesize({ environment: 'trakcare-prod', outdir })).toThrow(foundation.EnvironmentError);

    expect(readdirSync(outdir, { recursive: true }).sort()).toEqual(before);
  });
});
