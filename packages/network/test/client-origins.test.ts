import { clientOrigins } from '@iris-azure/network';

test.each([
  ['Internet', { internet: true, privateNetwork: false }],
  [['203.0.113.0/24'], { internet: true, privateNetwork: false }],
  [['10.250.0.0/16'], { internet: false, privateNetwork: true }],
  [['172.16.0.0/12', '192.168.4.0/24', '100.64.0.0/16'], { internet: false, privateNetwork: true }],
  [['172.32.0.0/16', '192.168.4.0/24'], { internet: true, privateNetwork: true }],
  [['0.0.0.0/0'], { internet: true, privateNetwork: false }],
] as const)('users of %j come by %j', (clients, origins) => {
  expect(clientOrigins(clients)).toEqual(origins);
});

test.each(['10.250.0.0', '10.250.0.9/16'])('fails on %s, which is no range', (range) => {
  expect(() => clientOrigins([range])).toThrow('address range must');
});
