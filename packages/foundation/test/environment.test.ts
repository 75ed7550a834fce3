import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type EnvironmentOf, parseEnvironment, readEnvironment } from '@iris-azure/foundation';
import { inTemporaryFolder } from '../../../test/support';
import { environmentText } from './environment-text';

const parse = (field?: string, value?: unknown) => parseEnvironment(environmentText(field, value), 'test.yaml');

/** The same, as an environment of TrakCare. */
const trakcare = (field?: string, value?: unknown) => parse(field, value) as EnvironmentOf<'trakcare'>;

test('an environment file is read with its values', () => {
  const environment = inTemporaryFolder((folder) => {
    const file = path.join(folder, 'test.yaml');
    writeFileSync(file, environmentText());
    return readEnvironment(file);
  });

  expect(environment).toMatchObject({ workload: 'trakcare', mirror: { name: 'TRAK' }, web: { count: 2 } });
});

test('without a status path the mirror status page of current kits is probed', () => {
  expect(trakcare().mirror.statusPath).toBe('/csp/bin/mirror_status.cxw');
});

test('a status path of an instance with a prefix is taken', () => {
  expect(trakcare('mirror.statusPath', '/iris/csp/bin/mirror_status.cxw').mirror.statusPath).toBe(
    '/iris/csp/bin/mirror_status.cxw',
  );
});

test('without tags there are none', () => {
  expect(parse().tags).toEqual({});
});

test('without deployers nobody reaches the vault from outside the network', () => {
  expect(parse().access.deployers).toEqual([]);
});

test('without a DNS zone there is none', () => {
  expect(parse().dnsZone).toBeUndefined();
});

test('clients may be a list of ranges', () => {
  expect(parse('access.clients', ['192.0.2.0/24']).access.clients).toEqual(['192.0.2.0/24']);
});

test('no administrators need be named', () => {
  expect(parse('access.administrators', []).access.administrators).toEqual([]);
});

test('a size of constrained vCPUs is a size', () => {
  expect(parseEnvironment(environmentText('web.size', 'Standard_E16-8ds_v5'), 'test.yaml').web.size).toBe(
    'Standard_E16-8ds_v5',
  );
});
