import { addBlueprint, loadEnvironment } from '@iris-azure/stacks';
import { type Environment } from '@iris-azure/foundation';
import { App } from 'cdktf';
import { inTemporaryFolder, SynthesizedStack } from '../../test/support';

/** Stacks of an environment by the last part of their names, with other choices. */
function stacksOf(name: string, choices: Partial<Environment> = {}): Readonly<Record<string, SynthesizedStack>> {
  const values = { ...loadEnvironment(name), ...choices } as Environment;
  return inTemporaryFolder((outdir) => {
    const app = new App({ outdir });
    addBlueprint(app, values);
    app.synth();
    return Object.fromEntries(
      app.node.children.map(({ node }) => [node.id.slice(name.length + 1), SynthesizedStack.read(outdir, node.id)]),
    );
  });
}

const healthShare = stacksOf('healthshare-prod');
const protectedPaths = (stack: SynthesizedStack | undefined) =>
  (stack?.resources('azurerm_backup_protected_vm') ?? []).map(({ path }) => path).sort();

test('both failover members of every mirror are protected in the first region, and its DR member in the second', () => {
  const products = ['HealthConnect', 'HealthInsight', 'InformationExchange', 'PatientIndex', 'PersonalCommunity'];

  expect(protectedPaths(healthShare.backup)).toEqual(
    products.flatMap((id) => [`Backup/${id}BackupProtection/Resource`, `Backup/${id}PrimaryProtection/Resource`]),
  );
  expect(protectedPaths(healthShare.dr)).toEqual(products.map((id) => `Backup/${id}Protection/Resource`));
});

test('each region has a vault and a key of its own', () => {
  for (const [keys, path, backups] of [
    ['security', 'Security/VaultKey/Key', 'backup'],
    ['dr', 'DisasterRecovery/Security/VaultKey/Key', 'dr'],
  ] as const) {
    expect(healthShare[keys]?.at(path).values).toMatchObject({ name: 'vault-encryption' });
    expect(healthShare[backups]?.only('azurerm_recovery_services_vault').blocks('encryption')).toHaveLength(1);
  }
});

test("databases are checked on each mirror's backup and DR member, never on a primary", () => {
  const names = [healthShare.backup, healthShare.dr].flatMap(
    (stack) => stack?.resources('azurerm_automation_schedule').map(({ values }) => values.name as string) ?? [],
  );

  expect(names.filter((name) => name.startsWith('integrity-check-')).sort()).toEqual(
    ['HealthConnect', 'HealthInsight', 'InformationExchange', 'PatientIndex', 'PersonalCommunity'].flatMap((id) => [
      `integrity-check-${id}`,
      `integrity-check-${id}Backup`,
    ]),
  );
});

test('an environment whose backups Azure Backup does not take has no vault and no stack for one', () => {
  const without = stacksOf('trakcare-prod', { backup: undefined });

  expect(without).not.toHaveProperty('backup');
  expect(Object.values(without).flatMap((stack) => stack.resources('azurerm_recovery_services_vault'))).toEqual([]);
});

test('keys that Azure manages are a choice', () => {
  const production = loadEnvironment('trakcare-prod');
  const vault = production.backup?.vault && { ...production.backup.vault, encryption: 'PlatformManaged' as const };
  const stacks = stacksOf('trakcare-prod', { backup: { vault } });

  expect(stacks.backup?.only('azurerm_recovery_services_vault').blocks('encryption')).toEqual([]);
  expect(stacks.security?.all.filter(({ path }) => path.includes('VaultKey'))).toEqual([]);
});
