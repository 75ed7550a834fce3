import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from './install-if-needed.mjs';
import { runNode } from './run-node.mjs';

// `npm run gate -- PATH...`: iris-gate as it stands in this checkout, whatever has been installed or built before.

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const inRoot = (...parts) => path.join(root, ...parts);

try {
  await installIfNeeded();
  // npm runs this in the checkout; paths are relative to where the user called npm.
  process.chdir(process.env.INIT_CWD ?? '.');
  const built = await runNode(
    inRoot('node_modules', 'typescript', 'bin', 'tsc'),
    '--build',
    inRoot('packages', 'gate'),
  );
  process.exitCode =
    built === 0 ? await runNode(inRoot('packages', 'gate', 'bin', 'iris-gate.js'), ...process.argv.slice(2)) : 2;
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
