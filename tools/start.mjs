import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from './install-if-needed.mjs';
import { runNode } from './run-node.mjs';

// The main job, on a machine with nothing but Node.

const production = path.join(path.dirname(fileURLToPath(import.meta.url)), 'production.ts');

try {
  await installIfNeeded();
  process.exitCode = await runNode('--conditions=@iris-azure/source', '--import', 'tsx', production);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
