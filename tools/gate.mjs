import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from './install-if-needed.mjs';
import { program } from './program.mjs';
import { runNode } from './run-node.mjs';

// `npm run gate -- PATH...`: iris-gate as it stands in this checkout, whatever has been installed or built before. Each
// environment of this checkout is judged by the baseline that its file names, unless the user says which judges what.

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const inRoot = (...parts) => path.join(root, ...parts);

await program(async () => {
  await installIfNeeded();
  // npm runs this in the checkout; paths are relative to where the user called npm.
  process.chdir(process.env.INIT_CWD ?? '.');
  const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');
  const built = await runNode(tsc, '--build', inRoot('packages', 'gate'));
  if (built !== 0) return 2;
  const args = process.argv.slice(2);
  const isChosen = args.some((arg) => /^--baseline(=|$)/.test(arg));
  const { environmentBaselines } = await import('./environment-baselines.mjs');
  const baselines = isChosen ? [] : environmentBaselines(inRoot('stacks', 'environments'));
  return runNode(inRoot('packages', 'gate', 'bin', 'iris-gate.js'), ...args, ...baselines);
});
