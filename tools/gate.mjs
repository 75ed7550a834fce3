import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from './install-if-needed.mjs';
import { program } from './program.mjs';
import { runNode } from './run-node.mjs';

// `npm run gate -- PATH...`: iris-gate as it stands in this checkout, whatever has been installed or built before.

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const inRoot = (...parts) => path.join(root, ...parts);

await program(async () => {
  await installIfNeeded();
  // npm runs this in the checkout; paths are relative to where the user called npm.
  process.chdir(process.env.INIT_CWD ?? '.');
  const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');
  const built = await runNode(tsc, '--build', inRoot('packages', 'gate'));
  return built === 0 ? runNode(inRoot('packages', 'gate', 'bin', 'iris-gate.js'), ...process.argv.slice(2)) : 2;
});
