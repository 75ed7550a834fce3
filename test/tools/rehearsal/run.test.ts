import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../../../tools/rehearsal/run';
import { temporaryFolder } from '../temporary-folder';

const { signal } = new AbortController();

async function node(script: string, options: Partial<Parameters<typeof run>[2]> = {}) {
  return run(process.execPath, ['-e', script], { cwd: '.', env: process.env, signal, ...options });
}

test('tells how a program ended and what it said, line by line and without colours', async () => {
  const lines: string[] = [];

  const { status, stdout } = await node("console.log('\\x1b[31mred\\x1b[0m'); console.error('bad'); process.exit(3)", {
    onLine: (line) => lines.push(line),
  });

  expect(status).toBe(3);
  expect(stdout).toContain('red');
  expect(lines.toSorted()).toEqual(['bad', 'red']);
});

test('gives the program its environment and no other', async () => {
  const { stdout } = await node('console.log(Object.keys(process.env).join())', { env: { ONLY: '1' } });

  expect(stdout).toBe('ONLY');
});

test('an interrupted program ends, and what it has started, before the interruption is thrown', async () => {
  const controller = new AbortController();
  const file = path.join(temporaryFolder(), 'state');
  const say = (state: string) => `require('fs').writeFileSync(${JSON.stringify(file)}, '${state}')`;
  const child = `${say('running')}; setInterval(() => {}, 1000);
    process.on('SIGINT', () => { ${say('ended')}; process.exit(); })`;
  const parent = `const child = require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}]);
    process.on('SIGINT', () => {}); child.on('close', () => process.exit())`;

  const running = node(parent, { signal: controller.signal });
  while (!existsSync(file)) {
    await sleep(20);
  }
  controller.abort(new Error('enough'));

  await expect(running).rejects.toThrow('enough');
  expect(readFileSync(file, 'utf8')).toBe('ended');
});

test('nothing is run once it is interrupted', async () => {
  await expect(node('', { signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow('too late');
});

test('a program that is not there is named', async () => {
  await expect(run('no-such-program', [], { cwd: '.', env: process.env, signal })).rejects.toThrow(
    'no-such-program cannot be run',
  );
});
