import path from 'node:path';
import { type EnvironmentOf, readEnvironment } from '@iris-azure/foundation';
import { addBlueprint, environmentsFolder } from '@iris-azure/stacks';
import { App } from 'cdktf';
import { inTemporaryFolder, SynthesizedStack } from '../../test/support';

const production = readEnvironment(path.join(environmentsFolder, 'trakcare-prod.yaml')) as EnvironmentOf<'trakcare'>;

/** All stacks of production with other choices, as one list of resources. */
function resourcesWith(choices: Partial<EnvironmentOf<'trakcare'>>) {
  return inTemporaryFolder((outdir) => {
    const app = new App({ outdir });
    addBlueprint(app, { ...production, ...choices });
    app.synth();
    return app.node.children.flatMap((stack) => SynthesizedStack.read(outdir, stack.node.id).all);
  });
}

const ofType = (type: string, choices: Partial<EnvironmentOf<'trakcare'>>) =>
  resourcesWith(choices).filter((resource) => resource.type === type);

test('deployers reach the vaults of both regions', () => {
  const vaults = ofType('azurerm_key_vault', { access: { ...production.access, deployers: ['203.0.113.0/29'] } });

  expect(vaults.map((vault) => vault.block('network_acls').ip_rules)).toEqual([['203.0.113.0/29'], ['203.0.113.0/29']]);
});

test('clients with ranges of their own keep the internet out of both regions', () => {
  const access = { ...production.access, clients: ['192.0.2.0/24'] };
  const sources = ofType('azurerm_network_security_group', { access })
    .flatMap((group) => group.blocks('security_rule'))
    .filter(({ name }) => name === 'AllowHttpsFromClients')
    .map((rule) => rule.source_address_prefix);

  expect(sources).toEqual(Array(4).fill('192.0.2.0/24'));
});

test('the mirror status page of both mirror load balancers and of Traffic Manager is a choice', () => {
  const statusPath = '/iris/csp/bin/mirror_status.cxw';
  const resources = resourcesWith({ mirror: { ...production.mirror, statusPath } });
  const paths = resources.flatMap((resource) => [
    resource.values.request_path,
    ...resource.blocks('monitor_config').map((monitor) => monitor.path),
  ]);

  expect(paths.filter((probed) => probed === statusPath)).toHaveLength(3);
});

test('without a DNS zone no record is made', () => {
  expect(ofType('azurerm_dns_cname_record', { dnsZone: undefined })).toEqual([]);
});
