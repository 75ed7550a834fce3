import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from './install-if-needed.mjs';
import { program } from './program.mjs';
import { runNode } from './run-node.mjs';

// `npm run rehearse -- ENVIRONMENT...`, on a machine with Node and either Terraform or Go.

const main = path.join(path.dirname(fileURLToPath(import.meta.url)), 'rehearsal', 'main.ts');

await program(async () => {
  await installIfNeeded();
  return runNode('--conditions=@iris-azure/source', '--import', 'tsx', main, ...process.argv.slice(2));
});
