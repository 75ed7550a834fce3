import { existsSync, readdirSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { EstateError } from '../estate-error';
import { isObject } from '../values/unknown';
import { errorCode, readJson } from './read-json';

/** A file to read, and whether the caller or cdktf named it: then it must be Terraform. */
export interface Candidate {
  /** The path of the file. */
  readonly file: string;
  /** Whether it is an error when it holds no Terraform. */
  readonly required: boolean;
}

const MANIFEST = 'manifest.json';
const ALLOWED = 'a cdktf.out folder, a folder of stacks, a *.tf.json file, or a plan from "terraform show -json"';

/**
 * The files to read for a path that a caller gave.
 *
 * A folder with cdktf's `manifest.json` gives the stacks that it lists, not what an earlier synthesis left behind. Any
 * other folder gives the `*.json` files in it and, one level down, cdktf outputs, `*.tf.json` and `*plan.json` files.
 *
 * @throws {EstateError} when the path is missing, cannot be listed, or holds nothing to read
 */
export function locate(path: string): readonly Candidate[] {
  if (!existsSync(path)) {
    throw new EstateError(path, `does not exist; pass ${ALLOWED} (run "npx cdktf synth" to make cdktf.out)`);
  }
  if (!statSync(path).isDirectory()) return [{ file: path, required: true }];
  const found = existsSync(join(path, MANIFEST)) ? synthesized(path) : inFolder(path);
  if (found.length > 0) return found;
  const entries = list(path).map((entry) => entry.name);
  const holds =
    entries.length === 0 ? 'is an empty folder' : `holds no stack (found ${entries.slice(0, 5).join(', ')})`;
  throw new EstateError(path, `${holds}; pass ${ALLOWED} (run "npx cdktf synth" to make cdktf.out)`);
}

/** The stacks that cdktf's manifest lists. */
function synthesized(folder: string): readonly Candidate[] {
  const manifest = join(folder, MANIFEST);
  const content = readJson(manifest);
  const stacks = isObject(content) ? content['stacks'] : undefined;
  if (!isObject(stacks)) {
    throw new EstateError(manifest, 'is no manifest of cdktf: it has no "stacks"; run "npx cdktf synth" again');
  }
  return Object.keys(stacks).map((name) => {
    const stack = stacks[name];
    const relative = isObject(stack) ? stack['synthesizedStackPath'] : undefined;
    if (typeof relative !== 'string') {
      throw new EstateError(manifest, `gives no synthesizedStackPath for stack ${name}; run "npx cdktf synth" again`);
    }
    const file = join(folder, relative);
    if (!existsSync(file)) {
      throw new EstateError(file, `is missing, though ${manifest} lists stack ${name}; run "npx cdktf synth" again`);
    }
    return { file, required: true };
  });
}

function inFolder(folder: string): readonly Candidate[] {
  const entries = list(folder);
  const files = entries
    .filter((entry) => isFile(entry, folder) && entry.name.endsWith('.json'))
    .map((entry) => ({ file: join(folder, entry.name), required: isStackName(entry.name) }));
  const below = entries
    .filter((entry) => !entry.name.startsWith('.') && entry.name !== 'node_modules' && !isFile(entry, folder))
    .flatMap((entry) => inSubfolder(join(folder, entry.name)));
  return [...files, ...below];
}

function inSubfolder(folder: string): readonly Candidate[] {
  if (existsSync(join(folder, MANIFEST))) return synthesized(folder);
  return list(folder)
    .filter((entry) => isStackName(entry.name))
    .map((entry) => ({ file: join(folder, entry.name), required: true }));
}

function isStackName(name: string): boolean {
  return name.endsWith('.tf.json') || name.endsWith('plan.json');
}

function isFile(entry: Dirent, folder: string): boolean {
  return entry.isSymbolicLink() ? !statSync(join(folder, entry.name)).isDirectory() : !entry.isDirectory();
}

function list(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw new EstateError(folder, `cannot be listed (${errorCode(error)}); check its permissions`);
  }
}
