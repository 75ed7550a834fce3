import { listedStacks, unknownNames } from '../../tools/documented-commands';

const existing = { stacks: ['trakcare-prod-network', 'trakcare-prod-mirror'], scripts: ['gate', 'build'] };

test('reads the stacks of the table that cdktf prints between its messages', () => {
  const output = [
    '⠏  Synthesizing',
    'Stack name                      Path',
    'trakcare-prod-mirror            cdktf.out/stacks/trakcare-prod-mirror',
    'trakcare-prod-network           cdktf.out/stacks/trakcare-prod-network',
    '',
  ];

  expect(listedStacks(output.join('\n'))).toEqual(['trakcare-prod-mirror', 'trakcare-prod-network']);
});

test.each([
  "npx cdktf deploy 'trakcare-prod-*'",
  'npx cdktf deploy trakcare-prod-network trakcare-prod-mirror --auto-approve',
  'for stack in cdktf.out/stacks/trakcare-prod-*; do terraform -chdir="$stack" init; done',
  'npm run --silent gate -- cdktf.out\nnpm run build',
])('accepts commands that name what exists: %s', (commands) => {
  expect(unknownNames(commands, existing)).toEqual([]);
});

test.each([
  ["npx cdktf deploy 'trakcare-dev-*'", "stack 'trakcare-dev-*'"],
  ['npx cdktf destroy trakcare-prod-network trakcare-prod', "stack 'trakcare-prod'"],
  ['terraform -chdir=cdktf.out/stacks/trakcare-prod-web init', "stack 'trakcare-prod-web'"],
  ['npm run --silent judge -- cdktf.out', "npm script 'judge'"],
])('fails when a command names what does not exist: %s', (commands, unknown) => {
  expect(unknownNames(commands, existing)).toEqual([unknown]);
});
