import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderGuest, roles } from '../src';
import { memberHttpdConf, webHttpdConf } from '../src/web-gateway';
import { files, member, settingsOf, webServer } from './test-settings';

// Writes what is rendered into a folder, for tests that ask the programs that read it: each role's document and custom data, and
// configurations of Apache for other ports than those of a machine.
//
//   node --conditions=@iris-azure/source --import tsx packages/guest/test/write-documents.ts FOLDER HTTP HTTPS LOOPBACK

const [folder = '', http, https, loopback] = process.argv.slice(2);
const ports = { http: Number(http), https: Number(https), loopback: Number(loopback) };

mkdirSync(folder, { recursive: true });
for (const role of roles) {
  const { cloudConfig, customData } = renderGuest(settingsOf(role), files());
  writeFileSync(join(folder, `${role}.yaml`), cloudConfig);
  writeFileSync(join(folder, `${role}.custom-data`), customData);
}

const servers = {
  web: webHttpdConf(webServer().web, ports),
  'web-plain': webHttpdConf(webServer({ plainHttp: true }).web, ports),
  'web-dr': webHttpdConf(webServer({ statusAddresses: ['10.60.2.4'] }).web, ports),
  member: memberHttpdConf({ ...member(), superserverPort: 1972 }, ports),
  'member-prefix': memberHttpdConf(
    { ...member(), statusPath: '/iris/csp/bin/mirror_status.cxw', superserverPort: 1972 },
    ports,
  ),
};
for (const [name, content] of Object.entries(servers)) {
  writeFileSync(join(folder, `${name}.conf`), content);
}
