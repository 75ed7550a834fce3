import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';

/** Resources as a case writes them: by type and name, with Terraform expressions for what is unknown until apply. */
export type Given = Record<string, Record<string, Record<string, unknown>>>;

/** One case of a rule: resources, and exactly what the rule must find in them. */
export interface Case {
  readonly name: string;
  readonly given: Given;
  readonly expect: {
    readonly judged: readonly string[];
    readonly failures?: Readonly<Record<string, string>>;
    readonly undecided?: Readonly<Record<string, string>>;
  };
}

/** The cases beside one rule. */
export interface RuleCases {
  /** The rule's name: its folder in kebab case. */
  readonly rule: string;
  /** The rule's family: the folder above in kebab case. */
  readonly family: string;
  readonly cases: readonly Case[];
}

const rulesFolder = join(__dirname, '..', 'rego', 'iris', 'rules');

/** Reads the `cases.yaml` of every rule. */
export function readCases(): RuleCases[] {
  return readdirSync(rulesFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === 'cases.yaml')
    .sort()
    .map((path) => ({
      rule: kebab(basename(dirname(path))),
      family: kebab(dirname(dirname(path))),
      cases: (parse(readFileSync(join(rulesFolder, path), 'utf8')) as { cases: Case[] }).cases,
    }));
}

/** The key that a case's resource has in the document. */
export function keyOf(address: string): string {
  return `case/${address}`;
}

function kebab(folder: string): string {
  return folder.replaceAll('_', '-');
}
