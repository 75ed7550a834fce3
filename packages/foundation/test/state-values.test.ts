import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readStateValues } from '@iris-azure/foundation';
import { inTemporaryFolder } from '../../../test/support';

const values = {
  organization: 'contoso',
  region: 'westeurope',
  deployers: {
    ranges: ['203.0.113.0/29'],
    principals: { Platform: { objectId: '00000000-0000-0000-0000-000000000001', type: 'Group' } },
  },
};

function read(changes: object) {
  return inTemporaryFolder((folder) => {
    const file = path.join(folder, 'state.yaml');
    writeFileSync(file, JSON.stringify({ ...values, ...changes }));
    return readStateValues(file);
  });
}

test('states are readable in the second region, and their storage keeps its own in a file at first', () => {
  expect(read({})).toMatchObject({ environment: 'shared', replication: 'RAGRS', keepsItsOwnState: false });
});

test('the values of this repository are right', () => {
  expect(readStateValues('stacks/state.yaml')).toMatchObject({ organization: 'contoso' });
});

test.each([
  [{ replication: 'LRS' }, /replication must be GRS, RAGRS, GZRS or RAGZRS, got "LRS"/],
  [{ deployers: { ...values.deployers, ranges: [] } }, /deployers.ranges must name at least one range/],
  [
    { deployers: { ...values.deployers, principals: { platform: values.deployers.principals.Platform } } },
    /principals.platform must map names in PascalCase to principals/,
  ],
  [
    { deployers: { ...values.deployers, principals: { Platform: { objectId: 'me', type: 'Group' } } } },
    /principals.Platform.objectId must be the object id of a principal in Microsoft Entra ID, got "me"/,
  ],
  [{ container: 'states' }, /container is no field of the storage of states; remove it/],
])('fails on %j', (changes, message) => {
  expect(() => read(changes)).toThrow(message);
});

test('fails without a file, and says what to do', () => {
  expect(() => readStateValues('none.yaml')).toThrow(/cannot be read .*; write one, after stacks\/state.yaml/);
});
