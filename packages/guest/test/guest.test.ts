import { Refusal } from '@iris-azure/foundation';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { type GuestFile, renderGuest, roles, stepsOf } from '../src';
import { files, member, settingsOf, webServer } from './test-settings';

interface Document {
  readonly write_files: (GuestFile & { readonly owner: string })[];
  readonly runcmd: string[][];
}

const documentOf = (settings: Parameters<typeof renderGuest>[0]) =>
  parse(renderGuest(settings, files()).cloudConfig, { version: '1.1' }) as Document;

const fileOf = (settings: Parameters<typeof renderGuest>[0], path: string) =>
  documentOf(settings).write_files.find((file) => file.path === path);

describe.each(roles)('%s', (role) => {
  test('is a document of cloud-init that writes files and starts the set-up without waiting for it', () => {
    const { cloudConfig } = renderGuest(settingsOf(role), files());

    expect(cloudConfig.startsWith('#cloud-config\n')).toBe(true);
    const document = parse(cloudConfig, { version: '1.1' }) as Document;
    expect(Object.keys(document)).toEqual(['write_files', 'runcmd']);
    expect(document.runcmd.slice(0, 2)).toEqual([
      ['systemctl', 'daemon-reload'],
      ['systemctl', 'enable', '--now', '--no-block', 'iris-setup.service'],
    ]);
  });

  test('has the script of each of its steps, and no other step', () => {
    const { write_files: written } = documentOf(settingsOf(role));
    const folder = '/usr/local/lib/iris-azure/steps/';

    expect(written.filter(({ path }) => path.startsWith(folder)).map(({ path }) => path)).toEqual(
      stepsOf(role)
        .map((step) => `${folder}${step}.sh`)
        .sort(),
    );
    expect(fileOf(settingsOf(role), '/etc/iris-azure/steps')?.content).toBe(`${stepsOf(role).join('\n')}\n`);
  });

  test('has all that its scripts read', () => {
    const { write_files: written } = documentOf(settingsOf(role));
    const paths = written.map(({ path }) => path);
    const read = written.flatMap(({ content }) => [...content.matchAll(/^\s*\. "\$\S*\/(lib\/[\w-]+\.sh)"/gm)]);

    expect(
      read.map(([, name]) => `/usr/local/lib/iris-azure/${name ?? ''}`).filter((path) => !paths.includes(path)),
    ).toEqual([]);
  });

  test('is written by root, each file once, and settings are read by root alone', () => {
    const { write_files: written } = documentOf(settingsOf(role));

    expect(new Set(written.map(({ path }) => path)).size).toBe(written.length);
    expect(written.map(({ owner }) => owner).filter((owner) => owner !== 'root:root')).toEqual([]);
    expect(written.find(({ path }) => path === '/etc/iris-azure/guest.env')?.permissions).toBe('0600');
  });

  test('is compressed into what Azure takes, twice into the same', () => {
    const guest = renderGuest(settingsOf(role), files());

    const compressed = Buffer.from(guest.customData, 'base64');
    expect(compressed.length).toBe(guest.bytes);
    expect(guest.bytes).toBeLessThanOrEqual(65_535);
    expect(gunzipSync(compressed).toString('utf8')).toBe(guest.cloudConfig);
    expect(renderGuest(settingsOf(role), files())).toEqual(guest);
  });
});

test('scripts on the machine do what those of the package do', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guest-scripts-'));
  const file = join(folder, 'script');
  const pretty = (script: string) => {
    writeFileSync(file, script);
    return execFileSync('bash', ['--pretty-print', file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }).replace(/^\s*(#.*)?\n/gm, '');
  };
  const written = new Map(
    roles.flatMap((role) =>
      documentOf(settingsOf(role)).write_files.map(({ path, content }) => [path, content] as const),
    ),
  );

  const scripts = [...files()].flatMap(([name, content]) => {
    const [folder, file] = name.split('/');
    const path = folder === 'bin' ? `/usr/local/sbin/${file}` : `/usr/local/lib/iris-azure/${name}`;
    const condensed = written.get(path);
    return condensed !== undefined && /^#(!.*sh$|.*shell=bash)/m.test(content) ? [{ name, content, condensed }] : [];
  });
  expect(scripts.length).toBeGreaterThan(2);
  for (const { name, content, condensed } of scripts) {
    expect([name, pretty(condensed)]).toEqual([name, pretty(content)]);
  }
  rmSync(folder, { recursive: true });
});

test('members alone listen to events of Azure', () => {
  const starting = roles.filter((role) =>
    documentOf(settingsOf(role)).runcmd.some((command) => command.includes('iris-scheduled-events.service')),
  );

  expect(starting).toEqual(['primary', 'backup', 'dr-async']);
});

test('settings of a member are those that its scripts read', () => {
  const settings = member('dr-async', { databaseKey: { url: 'https://kv.vault.azure.net/keys/database/1' } });

  expect(fileOf(settings, '/etc/iris-azure/guest.env')?.content.split('\n')).toEqual([
    "ARBITER_ADDRESS='10.20.2.6'",
    "CERTIFICATE='db-0'",
    "DATABASE_KEY_URL='https://kv.vault.azure.net/keys/database/1'",
    "GATEWAY_SECRET='csp-system'",
    "HUGE_PAGES='60000'",
    "INSTALL_DIR='/iris/install/iris'",
    "INSTANCE='IRIS'",
    `KIT_SHA256='${'a'.repeat(64)}'`,
    "KIT_URL='https://stkits.blob.core.windows.net/kits/IRIS-2025.3-lnxubuntu2404x64.tar.gz'",
    "LICENCE_SECRET='iris-licence'",
    "MEMBER_ADDRESSES='10.20.2.4 10.20.2.5 10.60.2.4'",
    "MIRROR_MEMBER='drasync'",
    "MIRROR_MEMBER_NAME='DB0'",
    "MIRROR_NAME='TRAK'",
    "PEER_CERTIFICATES='https://kv-trakcare-prod.vault.azure.net/certificates/db-1 https://kv-trakcare-prod.vault.azure.net/certificates/db-2'",
    "PEER_MEMBERS='DB1 DB2'",
    "PRIMARY_ADDRESS='10.20.2.4'",
    "PRODUCT='iris'",
    "ROLE='dr-async'",
    "STATUS_PATH='/csp/bin/mirror_status.cxw'",
    "STORAGE_RESOURCE='https://storage.azure.com/'",
    "SUPERSERVER_PORT='1972'",
    "SWAPPINESS='1'",
    "VAULT_RESOURCE='https://vault.azure.net'",
    "VAULT_URL='https://kv-trakcare-prod.vault.azure.net/'",
    "WAIT_FOR_PRIMARY_SECONDS='3600'",
    '',
  ]);
});

test('an application server has its instance where it has no volume', () => {
  expect(fileOf(settingsOf('application'), '/etc/iris-azure/guest.env')?.content).toContain(
    "INSTALL_DIR='/opt/iris/iris'\n",
  );
  expect(fileOf(settingsOf('application'), '/etc/iris-azure/volumes.tsv')).toBeUndefined();
});

test('further files and settings are written as they are', () => {
  const settings = member('primary', {
    extraFiles: [
      { path: '/etc/iris-azure/merge.cpf', content: '[config]\nglobals=0,0,4096,0,0,0\n', permissions: '0644' },
    ],
    furtherSettings: { BACKUP_INSTANCES: ['IRIS'], BACKUP_FREEZE_SECONDS: 600 },
  });

  expect(fileOf(settings, '/etc/iris-azure/merge.cpf')).toMatchObject({
    content: '[config]\nglobals=0,0,4096,0,0,0\n',
    permissions: '0644',
  });
  expect(fileOf(settings, '/etc/iris-azure/guest.env')?.content).toContain(
    "BACKUP_FREEZE_SECONDS='600'\nBACKUP_INSTANCES='IRIS'\n",
  );
});

test('fails when a file or a setting is given that is made already', () => {
  const file = { path: '/etc/iris-azure/guest.env', content: '', permissions: '0600' };

  expect(() => renderGuest(member('primary', { extraFiles: [file] }), files())).toThrow(
    new Refusal('extraFiles must not have what is written already, got /etc/iris-azure/guest.env'),
  );
  expect(() => renderGuest(member('primary', { furtherSettings: { ROLE: 'web' } }), files())).toThrow(
    'furtherSettings must not have what other settings make, got ROLE',
  );
});

test('fails when a file holds a secret, and does not tell it', () => {
  const content = `-----BEGIN RSA PRIVATE KEY-----\n${'MIIB'.repeat(9)}\n`;
  const settings = member('primary', { extraFiles: [{ path: '/etc/key.pem', content, permissions: '0600' }] });

  const rendering = () => renderGuest(settings, files());
  expect(rendering).toThrow('extraFiles /etc/key.pem must hold no secret, got what looks like a private key');
  expect(rendering).not.toThrow('MIIB');
});

test('fails when it is more than Azure takes, and tells how much', () => {
  let seed = 1;
  const noise = Array.from({ length: 120_000 }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return (seed % 36).toString(36);
  }).join('');
  const settings = member('primary', { extraFiles: [{ path: '/etc/noise', content: noise, permissions: '0644' }] });

  expect(() => renderGuest(settings, files())).toThrow(
    /^custom data must be at most 65535 bytes after compression, got \d{5,6}; leave out extraFiles/,
  );
});

test('fails with all that is wrong at once', () => {
  const settings = member('primary', {
    instance: 'iris',
    vaultUrl: 'http://kv.vault.azure.net',
    statusPath: 'status',
    superserverPort: 70_000,
    peerCertificates: [],
    kit: { url: 'https://st.blob.core.windows.net/kits/iris.tar.gz?sv=1', sha256: 'abc' },
  });

  let message = '';
  try {
    renderGuest(settings, files());
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message.split('; ')).toEqual([
    "settings of role primary: vaultUrl must be the https address of a vault, got 'http://kv.vault.azure.net'",
    "kit.url must be an https address without a query, got 'https://st.blob.core.windows.net/kits/iris.tar.gz?sv=1'",
    "kit.sha256 must be 64 hexadecimal digits, as sha256sum says, got 'abc'",
    "instance must be capital letters and digits, such as IRIS, got 'iris'",
    'superserverPort must be a port, 1 to 65535, got 70000',
    'peerCertificates must be one for each of mirror.peerNames, 2, got 0',
    "statusPath must be a path of letters, digits and % . _ ~ -, such as /csp, got 'status'",
  ]);
});

test.each([
  ['no members', { statusAddresses: [] }, "web.statusAddresses must have this region's members, got none"],
  ['no backends', { backends: [] }, 'web.backends must have at least one, got none'],
  ['a name that ends a line', { hostName: 'a\nLoadModule' }, 'web.hostName must be an IPv4 address or a host name'],
  ['a path that ends a directive', { healthPath: '/health">' }, 'web.healthPath must be a path of letters'],
])('fails for a web server with %s', (_, changes, message) => {
  expect(() => renderGuest(webServer(changes), files())).toThrow(message);
});
