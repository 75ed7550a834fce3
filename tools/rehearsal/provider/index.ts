import { type Engine } from '../engine';
import { deployedVersion } from './deployed-version';
import { buildProvider, goModuleVersion } from './go-module';
import { addToMirror, writeCliConfiguration } from './mirror';
import { mirrorFromRegistry } from './registry';

export { deployedVersion } from './deployed-version';
export { source } from './source';

/** An azurerm that can be run. */
export interface Provider {
  readonly version: string;
  readonly origin: 'registry' | 'go module';
  /** Configuration of Terraform's command line that lets it find the provider, and nothing else. */
  readonly cliConfigurationFile: string;
}

/** Names of processors, as Go and the registry know them. */
const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64', ia32: '386' };

/** Names of operating systems, as Go and the registry know them. */
const systems: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * The provider for rehearsals: from the public registry the version that a deployment uses or, where the registry is not
 * reached, the newest that is served as a Go module, built.
 *
 * @throws RehearsalError when it can be had from neither.
 */
export async function obtainProvider(engine: Engine): Promise<Provider> {
  const platform = `${systems[process.platform] ?? process.platform}_${architectures[process.arch] ?? process.arch}`;
  if (await mirrorFromRegistry(engine, deployedVersion, platform)) {
    return { version: deployedVersion, origin: 'registry', cliConfigurationFile: writeCliConfiguration() };
  }
  addToMirror(await buildProvider(), goModuleVersion, platform);
  return { version: goModuleVersion, origin: 'go module', cliConfigurationFile: writeCliConfiguration() };
}
