import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { oneAtATime } from '../../one-at-a-time.mjs';
import { withProgress } from '../../progress.mjs';
import { type Engine } from '../engine';
import { RehearsalError } from '../provider-error';
import { run, type Run } from '../run';
import { mirrorFolder } from './mirror';
import { registryHost, source } from './source';

/** How long the registry may take to name its versions, in milliseconds. */
const patience = 15_000;

/**
 * Takes a version from the public registry into the mirror, its signature checked by the engine, unless it is there.
 * Whether it is there now: not where the registry is not reached.
 *
 * @param platform - as in `linux_amd64`
 * @throws RehearsalError when the registry is reached and the version cannot be taken from it.
 */
export async function mirrorFromRegistry(engine: Engine, version: string, platform: string): Promise<boolean> {
  return oneAtATime(`${mirrorFolder()}.lock`, async () => {
    if (isMirrored(version, platform)) {
      return true;
    }
    const { status, output } = await withProgress(`Asking ${registryHost} for azurerm ${version}`, () =>
      providersMirror(engine, version, platform),
    );
    if (status !== 0 && output.split('\n').some(isSelected)) {
      throw new RehearsalError(`${engine.name} cannot take azurerm ${version} from ${registryHost}:\n${output}`);
    }
    return status === 0;
  });
}

/** Whether the mirror has a version that came from the registry, packed as the registry serves it. */
function isMirrored(version: string, platform: string): boolean {
  const folder = path.join(mirrorFolder(), source);
  return existsSync(folder) && readdirSync(folder).includes(`terraform-provider-azurerm_${version}_${platform}.zip`);
}

/** Whether a line says that the registry has named its versions, and one of them will do. */
function isSelected(line: string): boolean {
  return line.includes('- Selected v');
}

/**
 * Runs the engine's own command, which alone knows the user's proxy, certificates and credentials. It is ended when the
 * registry takes too long to name its versions, as where a firewall answers nothing; a download may take its time.
 */
async function providersMirror({ program }: Engine, version: string, platform: string): Promise<Omit<Run, 'stdout'>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'iris-azure-'));
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), patience);
  try {
    const configuration = { terraform: { required_providers: { azurerm: { source, version } } } };
    writeFileSync(path.join(folder, 'main.tf.json'), JSON.stringify(configuration));
    return await run(program, ['providers', 'mirror', `-platform=${platform}`, mirrorFolder()], {
      cwd: folder,
      env: process.env,
      signal: controller.signal,
      onLine: (line) => {
        if (isSelected(line)) {
          clearTimeout(timer);
        }
      },
    });
  } catch (error) {
    if (controller.signal.aborted) {
      return { status: 1, output: '' };
    }
    throw error;
  } finally {
    clearTimeout(timer);
    rmSync(folder, { recursive: true, force: true });
  }
}
