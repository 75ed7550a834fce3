import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withProgress } from '../../progress.mjs';
import { type Engine } from '../engine';
import { run } from '../run';
import { mirrorFolder } from './mirror';
import { registryHost, source } from './source';

/** How long the registry may take to say that it is there, in milliseconds. */
const patience = 5000;

/** Whether the mirror has a version that came from the registry, packed as the registry serves it. */
export function isMirrored(version: string, platform: string): boolean {
  const folder = path.join(mirrorFolder(), source);
  return existsSync(folder) && readdirSync(folder).includes(`terraform-provider-azurerm_${version}_${platform}.zip`);
}

/** Whether the public registry of providers answers. */
export async function isRegistryReached(): Promise<boolean> {
  try {
    const answer = await fetch(`https://${registryHost}/.well-known/terraform.json`, {
      signal: AbortSignal.timeout(patience),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/**
 * Takes a version from the registry into the mirror, its signature checked by the engine.
 *
 * @throws Error when the engine cannot.
 */
export async function mirrorFromRegistry({ name, program }: Engine, version: string, platform: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'iris-azure-'));
  try {
    const configuration = { terraform: { required_providers: { azurerm: { source, version } } } };
    writeFileSync(path.join(folder, 'main.tf.json'), JSON.stringify(configuration));
    const { status, output } = await withProgress(`Taking azurerm ${version} from the registry`, () =>
      run(program, ['providers', 'mirror', `-platform=${platform}`, mirrorFolder()], {
        cwd: folder,
        env: process.env,
        signal: new AbortController().signal,
      }),
    );
    if (status !== 0) {
      throw new Error(`${name} cannot take azurerm ${version} from ${registryHost}:\n${output}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
