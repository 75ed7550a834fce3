import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from './install-if-needed.mjs';
import { program } from './program.mjs';
import { runNode } from './run-node.mjs';

// The main job, on a machine with nothing but Node.

const production = path.join(path.dirname(fileURLToPath(import.meta.url)), 'production.ts');

await program(async () => {
  await installIfNeeded();
  return runNode('--conditions=@iris-azure/source', '--import', 'tsx', production);
});
