import { type FaultyRequest, type Resource } from '@iris-azure/stand-in';
import { differences } from '../../../tools/rehearsal/differences';
import { everyRequestOnce } from '../../../tools/rehearsal/fault-plan';

function request(method: string, index: number, host = 'management.azure.com'): FaultyRequest {
  return { method, host, path: `/subscriptions/s/resourceGroups/rg${index}` };
}

function kindsOf(method: string, host?: string) {
  const kinds = Array.from({ length: 200 }, (_request, index) => everyRequestOnce(request(method, index, host)));
  return [...new Set(kinds)].toSorted();
}

test('writes fail in every way, reads in every way in which a request can fail at once', () => {
  expect(kindsOf('PUT')).toEqual(['ConnectionReset', 'InternalServerError', 'OperationFailed', 'TooManyRequests']);
  expect(kindsOf('GET')).toEqual(['ConnectionReset', 'InternalServerError', 'TooManyRequests']);
});

test('a request always fails in the same way', () => {
  expect(everyRequestOnce(request('PUT', 1))).toBe(everyRequestOnce(request('PUT', 1)));
});

test('signing in goes well: without it there would be no other request', () => {
  expect(kindsOf('POST', 'login.microsoftonline.com')).toEqual([undefined]);
});

test('resources that are there once, or not the same, are told', () => {
  const resource = (id: string, size = 1): Resource => ({ id, name: id, type: 'T', properties: { size } });

  expect(
    differences(
      [resource('same'), resource('gone'), resource('changed')],
      [resource('same'), resource('changed', 2), resource('new')],
    ),
  ).toEqual(['gone', 'changed', 'new']);
});

test('parts that were added in another order are the same', () => {
  const machine = (...luns: number[]): Resource => ({
    id: 'vm',
    name: 'vm',
    type: 'T',
    properties: { dataDisks: luns.map((lun) => ({ lun })) },
  });

  expect(differences([machine(0, 1)], [machine(1, 0)])).toEqual([]);
  expect(differences([machine(0, 1)], [machine(0, 2)])).toEqual(['vm']);
});

test('a role assignment is the same under another name, and another when it is for somebody else', () => {
  const assignment = (name: string, principalId: string): Resource => ({
    id: `/scope/providers/Microsoft.Authorization/roleAssignments/${name}`,
    name,
    type: 'Microsoft.Authorization/roleAssignments',
    properties: { principalId },
  });
  const [first, second] = ['288ad30c-6d9b-4b07-9bc9-8f7ecadbd119', '50e42f7e-08e1-48d4-a923-875f057b781a'];

  expect(differences([assignment(first, 'a')], [assignment(second, 'a')])).toEqual([]);
  expect(differences([assignment(first, 'a')], [assignment(second, 'b')])).toHaveLength(2);
});
