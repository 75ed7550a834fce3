import { join } from 'node:path';

/** The folder of this workspace: `src` and `dist` both lie directly below it. */
export const workspace = join(__dirname, '..');

/** The folder of the Rego sources, one package per folder below it. */
export const regoFolder = join(workspace, 'rego');

/** The folder of the baselines, one file each. */
export const baselinesFolder = join(workspace, 'baselines');

/** The folder of the committed build: the wasm, the catalogue, the data and the digest. */
export const compiledFolder = join(workspace, 'compiled');

/**
 * The path of the compiled policy, a WebAssembly module with the one entrypoint `iris/verdicts`.
 *
 * It is committed, so that judging an estate needs Node only.
 */
export function policyWasmPath(): string {
  return join(compiledFolder, 'policy.wasm');
}

/**
 * The path of the data that the compiled policy judges by, one JSON document: the facts of Azure's catalogues, with the
 * days on which they were read.
 */
export function policyDataPath(): string {
  return join(compiledFolder, 'data.json');
}
