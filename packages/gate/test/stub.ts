import type { Estate } from '@iris-azure/estate';
import { createGate, type Gate } from '@iris-azure/gate';
import type { Baseline, Rule, Verdicts } from '@iris-azure/policies';

function rule(id: string, name: string, severity: Rule['severity']): Rule {
  return {
    id,
    name,
    severity,
    title: `${name} holds`,
    description: 'why',
    family: 'test',
    requirements: ['S2'],
    remediation: `set ${name}`,
    links: ['https://example.com'],
  };
}

/** Three rules: on a disk's storage, on its encryption, and on gateways, of which there are none. */
export const catalogue: readonly Rule[] = [
  rule('T-001', 'premium', 'high'),
  rule('T-002', 'encrypted', 'critical'),
  rule('T-003', 'gateway', 'low'),
];

/** One baseline that leaves out the rule on gateways, and one that asks for encryption alone. */
export const baselines: readonly [Baseline, Baseline] = [
  { name: 'strict', title: 'Disks', leavesOut: { 'T-003': 'there are none' } },
  { name: 'lax', title: 'Encrypted disks', leavesOut: { 'T-001': 'nobody waits', 'T-003': 'there are none' } },
];

/** A gate that fails disks which are not Premium, and cannot decide on unknown encryption; it has no baselines. */
export function stubGate(): Gate {
  return createGate({ catalogue, evaluator: { evaluate } });
}

/** The same gate with baselines. */
export function stubGateWithBaselines(): Gate {
  return createGate({ catalogue, evaluator: { evaluate }, baselines });
}

function evaluate(estate: Estate): Verdicts {
  const disks = Object.values(estate.resources['azurerm_managed_disk'] ?? {});
  const judged = disks.map((disk) => disk.key);
  const found = (message: string, wrong: (values: (typeof disks)[number]['values']) => boolean) =>
    disks.filter(({ values }) => wrong(values)).map(({ key }) => ({ key, message }));
  return {
    'T-001': {
      judged,
      failures: found('is not Premium', (values) => values['storage_account_type'] !== 'Premium_LRS'),
      undecided: [],
    },
    'T-002': {
      judged,
      failures: found('is not encrypted', (values) => values['disk_encryption_set_id'] === null),
      undecided: found(
        'is encrypted by what is known later',
        (values) => typeof values['disk_encryption_set_id'] === 'object' && values['disk_encryption_set_id'] !== null,
      ),
    },
    'T-003': { judged: [], failures: [], undecided: [] },
  };
}

/** An estate of managed disks in stack `mirror` or those named, by name; each stack has all of them. */
export function disks(
  values: Readonly<Record<string, Record<string, string | null | { $unknown: true }>>>,
  stacks: readonly string[] = ['mirror'],
): Estate {
  const entries = stacks.flatMap((stack) =>
    Object.entries(values).map(([name, of]) => {
      const address = `azurerm_managed_disk.${name}`;
      const key = `${stack}/${address}`;
      const resource = { key, stack, address, type: 'azurerm_managed_disk', name, values: of };
      return [key, { ...resource, references: {}, referrers: {} }] as const;
    }),
  );
  return {
    format: 'iris-azure/estate',
    version: 1,
    stacks,
    resources: { azurerm_managed_disk: Object.fromEntries(entries) },
  };
}

export const GOOD = { storage_account_type: 'Premium_LRS', disk_encryption_set_id: 'x' };
