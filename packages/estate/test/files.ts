import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Estate, EstateResource } from '@iris-azure/estate';
import { readEstate } from '@iris-azure/estate';

const folders: string[] = [];

/** A folder of its own with files in it: texts as they are, anything else as JSON. */
export function folderWith(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'estate-'));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  }
  return folder;
}

/** The estate of one configuration, as stack `net`. */
export function estateOf(configuration: object): Estate {
  return readEstate([join(folderWith({ 'net.tf.json': configuration }), 'net.tf.json')]);
}

/** The resource at a key; fails when there is none. */
export function resourceAt(estate: Estate, key: string): EstateResource {
  const type =
    key
      .slice(key.indexOf('/') + 1)
      .split('.')
      .find((part) => part.startsWith('azurerm_')) ?? '';
  const resource = estate.resources[type]?.[key];
  if (resource === undefined) throw new Error(`no resource ${key} in the estate`);
  return resource;
}

/** Removes every folder that was made. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
