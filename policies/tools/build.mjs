import { execFileSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { tsImport } from 'tsx/esm/api';
import { dataFile, factsFile } from './catalogue.mjs';

const { sourceDigest } = await tsImport('../src/digest.ts', import.meta.url);

/** What is not compiled: tests, and the cases they run. */
const ignored = ['*_test.rego', 'cases.yaml', 'cases'];

/** Names of the files that a build writes. */
export const artefacts = ['policy.wasm', 'catalogue.json', 'data.json', 'digest.json'];

/** The facts that rules judge by, which OPA loads beside the Rego, as `data.catalogue`. */
export const factsPath = join('rego', 'catalogue', 'data.json');

/**
 * Writes the facts beside the Rego: they are a source of the build, derived from the catalogues of another workspace.
 *
 * @param {string} policies the policies workspace
 */
export function writeFacts(policies) {
  writeFileSync(join(policies, factsPath), factsFile());
}

/**
 * Compiles the Rego below a folder and writes the wasm, the rule catalogue, the facts and the digest of their sources.
 *
 * @param {string} opa path of the opa tool
 * @param {string} policies the policies workspace
 * @param {string} target the folder to write to
 */
export async function build(opa, policies, target) {
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'policy.wasm'), wasm(opa, policies));
  writeFileSync(join(target, 'catalogue.json'), await json(catalogue(opa, policies)));
  writeFileSync(join(target, 'data.json'), dataFile());
  writeFileSync(join(target, 'digest.json'), await json({ opa: version(opa), sources: sourceDigest() }));
}

function wasm(opa, policies) {
  const work = mkdtempSync(join(tmpdir(), 'iris-policies-'));
  try {
    const bundle = join(work, 'bundle.tar.gz');
    const options = ignored.flatMap((pattern) => ['--ignore', pattern]);
    run(opa, ['build', '-t', 'wasm', '-e', 'iris/verdicts', ...options, '-o', bundle, 'rego'], policies);
    return execFileSync('tar', ['-xzOPf', bundle, '/policy.wasm'], { maxBuffer: 64 * 1024 * 1024 });
  } finally {
    rmSync(work, { recursive: true });
  }
}

function catalogue(opa, policies) {
  const { annotations } = JSON.parse(run(opa, ['inspect', '--annotations', '--format', 'json', 'rego'], policies));
  return annotations
    .filter(({ annotations: { scope, custom } }) => scope === 'package' && custom?.id)
    .map(({ annotations }) => rule(annotations))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

function rule({ title, description, related_resources: links, custom }) {
  return {
    id: custom.id,
    name: custom.name,
    title,
    description: description.trim().replace(/\s+/g, ' '),
    severity: custom.severity,
    family: custom.family,
    requirements: custom.requirements,
    remediation: custom.remediation.trim().replace(/\s+/g, ' '),
    links: links.map(({ ref }) => ref),
  };
}

function version(opa) {
  return /^Version: (.*)$/m.exec(run(opa, ['version']))[1];
}

function json(value) {
  return format(JSON.stringify(value), { parser: 'json', printWidth: 120 });
}

function run(command, args, cwd) {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
