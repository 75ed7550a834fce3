import { type Environment } from '@iris-azure/foundation';
import { addBlueprint, loadEnvironment } from '@iris-azure/stacks';
import { App } from 'cdktf';
import { inTemporaryFolder, SynthesizedStack } from '../../test/support';

/** Stacks of an environment by the parts of it that they are, with other choices. */
function stacksOf(name: string, choices: Partial<Environment> = {}): Readonly<Record<string, SynthesizedStack>> {
  const values = { ...loadEnvironment(name), ...choices } as Environment;
  return inTemporaryFolder((outdir) => {
    const app = new App({ outdir });
    addBlueprint(app, values);
    app.synth();
    return Object.fromEntries(
      Object.keys(app.manifest.stacks).map((stack) => [
        stack.slice(name.length + 1),
        SynthesizedStack.read(outdir, stack),
      ]),
    );
  });
}

const healthShare = stacksOf('healthshare-prod');
const iris = stacksOf('iris-prod');
const { backup: irisBackup } = loadEnvironment('iris-prod');
const { backup: healthShareBackup } = loadEnvironment('healthshare-prod');

test('long-term copies are encrypted with a key of their own, of the stack that keeps the keys', () => {
  expect(healthShare.security?.at('Security/AgentBackupKey/Key').values).toMatchObject({
    name: 'agent-backup-encryption',
  });
  expect(healthShare['agent-backup']?.only('azurerm_storage_account').blocks('customer_managed_key')).toHaveLength(1);
});

test('mirror members and servers of the tiers write to the container, each under its identity', () => {
  expect(healthShare['agent-backup']?.resources('azurerm_role_assignment').map(({ path }) => path)).toEqual([
    'AgentBackup/LongTerm/MirrorRole',
    'AgentBackup/LongTerm/ServerRole',
  ]);
});

test('an agent with an extension is installed in every member and every server', () => {
  const extension = { publisher: 'Contoso.Backup', type: 'Agent', typeHandlerVersion: '1.0' };
  const agent = healthShareBackup?.agent && {
    ...healthShareBackup.agent,
    agent: { name: 'Contoso', extension },
  };

  const extended = stacksOf('healthshare-prod', { backup: { agent } });

  // Five mirrors of two members, and three web servers.
  expect(extended['agent-backup']?.resources('azurerm_virtual_machine_extension')).toHaveLength(13);
});

test('fails when a volume group leaves no room for snapshots', () => {
  const agent = healthShareBackup?.agent && { ...healthShareBackup.agent, freePercent: 1 };

  expect(() => stacksOf('healthshare-prod', { backup: { agent } })).toThrow(
    /5 to 50 percent .* got 1; set freePercent/,
  );
});

test('the share of Online Backup is reached by SMB from the data subnet', () => {
  const rules = JSON.stringify(iris.network?.resources('azurerm_network_security_group'));

  expect(rules).toContain('AllowSmbFromData');
  expect(JSON.stringify(healthShare.network?.resources('azurerm_network_security_group'))).not.toContain('AllowSmb');
});

test('a central zone takes the private end points, linked to the network where that is asked for', () => {
  const id =
    '/subscriptions/00000000-0000-0000-0000-000000000009/resourceGroups/hub/providers/Microsoft.Network/privateDnsZones/privatelink.file.core.windows.net';
  const { existing } = loadEnvironment('iris-prod');

  const central = stacksOf('iris-prod', { existing: { ...existing, fileZone: { id, addLinks: true } } });
  const share = central['online-backup'];

  expect(share?.resources('azurerm_private_dns_zone')).toHaveLength(0);
  expect(share?.only('azurerm_private_dns_zone_virtual_network_link').values).toMatchObject({
    private_dns_zone_name: 'privatelink.file.core.windows.net',
  });
});

test.each([
  ['healthshare-prod', healthShare, { ...healthShareBackup, agent: undefined }],
  ['iris-prod', iris, { ...irisBackup, online: undefined }],
])('a backup that joins %s changes no address of what exists', (name, after, backup) => {
  const before = stacksOf(name, { backup });

  for (const [part, { all }] of Object.entries(before)) {
    const addresses = after[part]?.all.map(({ address }) => address);
    expect(addresses).toEqual(expect.arrayContaining(all.map(({ address }) => address)));
  }
});
