import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../../cache-folder.mjs';
import { source } from './source';

/** Folder from which Terraform and OpenTofu take providers, in the layout that both prescribe. */
export function mirrorFolder(): string {
  return cacheFolder('providers');
}

/**
 * Puts a provider that has been built into the mirror.
 *
 * @param platform - as in `linux_amd64`
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#explicit-installation-method-configuration
 */
export function addToMirror(binary: string, version: string, platform: string): void {
  const folder = path.join(mirrorFolder(), source, version, platform);
  const file = path.join(folder, `terraform-provider-azurerm_v${version}${path.extname(binary)}`);
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${process.pid}`;
  // Anew each time: what go.sum pins may have changed while the version has not. A link, for it has some 200 MB.
  linkSync(binary, draft);
  renameSync(draft, file);
  // It stays when both were links to the same file already.
  rmSync(draft, { force: true });
}

/** Writes the configuration of Terraform's command line that lets it take providers from the mirror and nowhere else. */
export function writeCliConfiguration(): string {
  const file = path.join(mirrorFolder(), 'terraformrc');
  const draft = `${file}.${process.pid}`;
  mkdirSync(mirrorFolder(), { recursive: true });
  writeFileSync(
    draft,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirrorFolder())}\n  }\n}\n`,
  );
  renameSync(draft, file);
  return file;
}
