import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledFolder } from './paths';

/** How much harm a broken rule does: critical loses data or opens the system, low costs effort only. */
export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** One rule of the compiled policy, as its METADATA describes it. */
export interface Rule {
  /** The stable id, such as `IRIS-STG-001`; never given to another rule. */
  readonly id: string;
  /** The readable name in kebab case, such as `os-disk-premium`. */
  readonly name: string;
  /** What holds when the rule passes, in one line. */
  readonly title: string;
  /** Why the rule exists, and what it leaves out. */
  readonly description: string;
  /** How much harm a broken rule does. */
  readonly severity: Severity;
  /** The family, such as `premium-storage`; the README of the policies lists them. */
  readonly family: string;
  /** Rows of the reference architecture (`S1` to `S30`) and requirements of the field's policy tools (`disk.premium`). */
  readonly requirements: readonly string[];
  /** What to do when the rule fails. */
  readonly remediation: string;
  /** Pages that state the requirement. */
  readonly links: readonly string[];
}

/** Every rule of the compiled policy, sorted by id. */
export const catalogue: readonly Rule[] = JSON.parse(
  readFileSync(join(compiledFolder, 'catalogue.json'), 'utf8'),
) as readonly Rule[];
