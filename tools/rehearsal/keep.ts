import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Rehearsal } from './rehearsal';

/** Says how to use what is deployed, and waits until the rehearsal is interrupted. */
export async function keep({ environment, env, signal, workspace, stacks, engine }: Rehearsal): Promise<never> {
  writeFileSync(workspace.environment, exportsOf(env));
  const relative = (target: string) => path.relative(process.cwd(), target);
  const stack = path.join(workspace.adapted, 'stacks', stacks[0]?.name ?? '');
  process.stdout.write(
    [
      `${environment} is deployed at the stand-in, which answers until Ctrl-C. In another terminal, here:`,
      '',
      `  . ${relative(workspace.environment)}`,
      `  ${path.basename(engine.program)} -chdir=${relative(stack)} plan`,
      '',
      '',
    ].join('\n'),
  );
  return new Promise((_resolve, reject) => {
    const end = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) {
      end();
    }
  });
}

/** What a shell needs in its environment to do what the rehearsal's programs do. */
function exportsOf(env: NodeJS.ProcessEnv): string {
  const lines = Object.entries(env)
    .filter(([name, value]) => value !== undefined && process.env[name] !== value)
    .map(([name, value = '']) => `export ${name}='${value.replaceAll("'", `'\\''`)}'\n`);
  return lines.join('');
}
