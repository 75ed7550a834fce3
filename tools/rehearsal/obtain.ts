import { userMessage } from '../user-message';
import { engineNames, obtainEngine } from './engine';
import { obtainProvider } from './provider';

/** Obtains what rehearsals run, so that what can take minutes, or fail, is a step of its own: `obtain.ts [ENGINE]`. */
async function main(): Promise<void> {
  const engine = await obtainEngine(engineNames.find((name) => name === process.argv[2]));
  const { version, origin } = await obtainProvider(engine);
  process.stdout.write(`${engine.name} ${engine.version}, azurerm ${version} (${origin})\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${userMessage(error)}\n`);
  process.exitCode = 2;
});
