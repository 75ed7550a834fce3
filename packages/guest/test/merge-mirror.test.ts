import { type SharedMemorySettings } from '@iris-azure/sizing';
import {
  applicationServerMergeFiles,
  healthShareDatabases,
  type MirrorConfiguration,
  type MirrorMember,
  mirrorMergeFiles,
  trakCareDatabases,
} from '../src/merge';

const memory: SharedMemorySettings = {
  globalsMb: 8192,
  routinesMb: 512,
  gmheapKb: 262144,
  jrnbufsMb: 64,
  maxServers: 2,
  maxServerConn: 16,
};
const primary: MirrorMember = { name: 'db-0', role: 'primary', address: '10.0.1.4' };
const backup: MirrorMember = { name: 'db-1', role: 'backup', address: '10.0.1.5' };
const disasterRecovery: MirrorMember = { name: 'db-2', role: 'drasync', address: '10.1.1.4' };
const mirror: MirrorConfiguration = {
  product: 'iris',
  name: 'trak',
  instance: 'IRIS',
  members: [primary, backup, disasterRecovery],
  arbiterAddress: '10.0.1.6',
  memory,
  databases: trakCareDatabases,
  encrypted: true,
};

const fileOf = (member: string, name: string, of: MirrorConfiguration = mirror): string =>
  mirrorMergeFiles(of)
    .find((files) => files.member === member)
    ?.files.find(({ path }) => path === `/etc/iris-azure/${name}`)?.content ?? '';
const lineOf = (text: string, begin: string): string => text.split('\n').find((line) => line.startsWith(begin)) ?? '';

describe('the members of a mirror', () => {
  test('have files of their own, which all may read', () => {
    const files = mirrorMergeFiles(mirror);

    expect(files.map(({ member }) => member)).toEqual(['db-0', 'db-1', 'db-2']);
    expect(new Set(files.flatMap((member) => member.files.map(({ permissions }) => permissions)))).toEqual(
      new Set(['0644']),
    );
  });

  test('begin with the primary, and join at its address', () => {
    expect(lineOf(fileOf('db-0', 'databases.cpf'), 'ConfigMirror')).toBe(
      'ConfigMirror:Name=TRAK,SystemName=DB-0,Member=primary,Primary=10.0.1.4,ArbiterURL=10.0.1.6:2188,SSLDir=/etc/iris-azure/tls,ECPAddress=10.0.1.4,MirrorAddress=10.0.1.4,AgentAddress=10.0.1.4,AgentPort=2188',
    );
    expect(lineOf(fileOf('db-1', 'databases.cpf'), 'ConfigMirror')).toContain(
      'SystemName=DB-1,Member=backup,Primary=10.0.1.4,',
    );
    expect(lineOf(fileOf('db-2', 'databases.cpf'), 'ConfigMirror')).toContain(
      'SystemName=DB-2,Member=drasync,Primary=10.0.1.4,',
    );
  });

  test('are configured alike', () => {
    const [first, ...others] = mirror.members.map(({ name }) => fileOf(name, 'merge.cpf'));

    expect(first).toContain('MaxServerConn=16');
    expect(others).toEqual([first, first]);
  });

  test('let ECP clients in', () => {
    expect(fileOf('db-1', 'databases.cpf')).toContain('ModifyService:Name=%service_ecp,Enabled=1\n');
  });

  test('have encrypted databases of one name in the mirror', () => {
    expect(lineOf(fileOf('db-2', 'databases.cpf'), 'CreateDatabase:Name=TRAK')).toBe(
      'CreateDatabase:Name=TRAK,Directory=/iris/databases/trak/,ResourceName=%DB_TRAK,EncryptedDB=1,MirrorSetName=TRAK,MirrorDBName=TRAK',
    );
  });

  test('have databases of their own that the mirror does not carry', () => {
    const text = fileOf('db-0', 'databases.cpf', { ...mirror, databases: [{ name: 'CACHE', mirrored: false }] });

    expect(lineOf(text, 'CreateDatabase')).not.toContain('Mirror');
  });

  test('compress journals for async members with zstd, told by the primary alone', () => {
    expect(lineOf(fileOf('db-0', 'databases.cpf'), 'ModifyMirror')).toBe(
      'ModifyMirror:Name=TRAK,CompressionForAsyncMembers=2,CompressionTypeForAsyncMembers=1',
    );
    expect(lineOf(fileOf('db-1', 'databases.cpf'), 'ModifyMirror')).toBe('');
  });

  test.each([
    ['zlib', 0],
    ['lz4', 2],
  ] as const)('compress with %s where that is chosen', (compression, type) => {
    expect(fileOf('db-0', 'databases.cpf', { ...mirror, compression })).toContain(
      `CompressionTypeForAsyncMembers=${type}`,
    );
  });

  test('add HSSYS to the mirror as it is, on the primary alone', () => {
    const healthShare = { ...mirror, databases: healthShareDatabases('/iris/install/iris') };

    expect(lineOf(fileOf('db-0', 'databases.cpf', healthShare), 'CreateDatabase')).toBe(
      'CreateDatabase:Name=HSSYS,Directory=/iris/install/iris/mgr/hssys/,MirrorSetName=TRAK,MirrorDBName=HSSYS,LogicalOnly=1',
    );
    expect(fileOf('db-1', 'databases.cpf', healthShare)).not.toContain('HSSYS');
  });
});

describe('a mirror', () => {
  test.each([
    ['no primary', [backup], 'must have one primary, got 0'],
    ['two primaries', [primary, { ...backup, role: 'primary' }], 'must have one primary, got 2'],
    ['two backups', [primary, backup, { ...disasterRecovery, role: 'backup' }], 'must have at most one backup, got 2'],
    ['two members of one name', [primary, { ...backup, name: 'DB-0' }], 'must have an own name, got DB-0 twice'],
    [
      'two members at one address',
      [primary, { ...backup, address: '10.0.1.4' }],
      'must have an own address, got 10.0.1.4',
    ],
    [
      'the arbiter on a member',
      [primary, { ...backup, address: '10.0.1.6' }],
      'must have an own address, got 10.0.1.6',
    ],
  ] as const)('fails with %s', (_, members, message) => {
    expect(() => mirrorMergeFiles({ ...mirror, members })).toThrow(message);
  });

  test('fails with a backup and no arbiter', () => {
    expect(() => mirrorMergeFiles({ ...mirror, arbiterAddress: undefined })).toThrow('has a backup and no arbiter');
  });

  test('may be one primary without an arbiter', () => {
    const lone = { ...mirror, members: [primary], arbiterAddress: undefined };

    expect(fileOf('db-0', 'databases.cpf', lone)).not.toContain('ArbiterURL');
  });

  test('fails with more than fourteen async members', () => {
    const asyncs = Array.from({ length: 15 }, (_, index): MirrorMember => ({
      name: `dr-${index}`,
      role: 'rorasync',
      address: `10.2.0.${index}`,
    }));

    expect(() => mirrorMergeFiles({ ...mirror, members: [primary, ...asyncs] })).toThrow(
      'at most 14 async members, got 15',
    );
  });

  test.each(['', 'TRAK-1', 'A'.repeat(16), 'A"'])('fails with the name %j', (name) => {
    expect(() => mirrorMergeFiles({ ...mirror, name })).toThrow('mirror name must be 1 to 15 letters and digits');
  });

  test.each(['', 'a'.repeat(33), 'a b', 'a,b', 'a=b', 'a:b'])('fails with a member of the name %j', (name) => {
    expect(() => mirrorMergeFiles({ ...mirror, members: [{ ...primary, name }], arbiterAddress: undefined })).toThrow(
      'mirror member name must be',
    );
  });

  test('fails with an address that is none', () => {
    expect(() => mirrorMergeFiles({ ...mirror, arbiterAddress: '10.0.0.1,Member=primary' })).toThrow(
      'address must be an IP address or a host name',
    );
  });
});

describe('an application server', () => {
  const client = { memory: { ...memory, maxServerConn: 1 }, instance: 'IRIS', mirror };
  const file = (files: ReturnType<typeof applicationServerMergeFiles>, name: string): string =>
    files.find(({ path }) => path.endsWith(name))?.content ?? '';

  test('connects to the primary itself, and follows the mirror from there', () => {
    expect(file(applicationServerMergeFiles(client), 'merge.cpf')).toContain('[ECPServers]\nTRAK=10.0.1.4,1972,1\n');
  });

  test('may use TLS and another port', () => {
    const merge = file(applicationServerMergeFiles({ ...client, tls: true, superserverPort: 51773 }), 'merge.cpf');

    expect(merge).toContain('TRAK=10.0.1.4,51773,1,1\n');
  });

  test('knows the databases by their names in the mirror, and makes none', () => {
    expect(lineOf(file(applicationServerMergeFiles(client), 'databases.cpf'), 'CreateDatabase:Name=TRAK')).toBe(
      'CreateDatabase:Name=TRAK,Directory=:mirror:TRAK:TRAK,Server=TRAK,ResourceName=%DB_TRAK,LogicalOnly=1',
    );
  });

  test('knows no database that the mirror does not carry or that each instance has', () => {
    const databases = [...healthShareDatabases('/iris/install/iris'), { name: 'CACHE', mirrored: false }];

    expect(file(applicationServerMergeFiles({ ...client, mirror: { ...mirror, databases } }), 'databases.cpf')).toBe(
      '',
    );
  });

  test('writes journals into its installation', () => {
    expect(file(applicationServerMergeFiles(client), 'merge.cpf')).not.toContain('CurrentDirectory');
  });

  test('fails where it may connect to no data server', () => {
    expect(() => applicationServerMergeFiles({ ...client, memory: { ...memory, maxServers: 0 } })).toThrow(
      'must be able to connect to one data server, got 0; set maxServers',
    );
  });
});

describe('with Caché', () => {
  const cache: MirrorConfiguration = { ...mirror, product: 'cache', instance: 'CACHE' };

  test('parameters are the same file, and actions are ObjectScript', () => {
    expect(fileOf('db-0', 'merge.cpf', cache)).toBe(fileOf('db-0', 'merge.cpf'));
    expect(fileOf('db-0', 'databases.cpf', cache)).toBe('');
    expect(fileOf('db-0', 'databases.objectscript', cache)).not.toBe('');
  });

  test.each([
    ['db-0', '##class(SYS.Mirror).CreateNewMirrorSet("TRAK","DB-0",.m,.t)'],
    ['db-1', '##class(SYS.Mirror).JoinMirrorAsFailoverMember("TRAK","DB-1","CACHE","10.0.1.4",2188,.m,.t)'],
    ['db-2', '##class(SYS.Mirror).JoinMirrorAsAsyncMember("TRAK","DB-2","CACHE","10.0.1.4",2188,0,.m,.t)'],
  ])('%s joins by the method of its role', (member, call) => {
    expect(fileOf(member, 'databases.objectscript', cache)).toContain(call);
  });

  test('the mirror uses TLS and the arbiter', () => {
    const text = fileOf('db-0', 'databases.objectscript', cache);

    expect(text).toContain('m("UseSSL")=1');
    expect(text).toContain('m("ArbiterNode")="10.0.1.6|2188"');
    expect(text).toContain('t("PrivateKeyFile")="/etc/iris-azure/tls/PrivateKeyFile.pem"');
  });

  test('each action is one line with pairs of braces and of quotes', () => {
    const lines = fileOf('db-0', 'databases.objectscript', cache).trimEnd().split('\n');

    expect(lines).toHaveLength(fileOf('db-0', 'databases.cpf').trimEnd().split('\n').length - 1);
    for (const line of lines) {
      expect(line.split('{')).toHaveLength(line.split('}').length);
      expect(line.split('"').length % 2).toBe(1);
    }
  });

  test('databases are made in the mirror only where they do not exist', () => {
    const database = fileOf('db-1', 'databases.objectscript', cache)
      .split('\n')
      .find((text) => text.includes('SYS.Database') && text.includes('"TRAK"'));

    expect(database).toContain(`if '##class(SYS.Database).%ExistsId("/iris/databases/trak/")`);
    expect(database).toContain('d.MirrorSetName="TRAK",d.MirrorDBName="TRAK"');
    expect(database).toContain('d.EncryptedDB=1');
  });

  test('HSSYS is added to the mirror', () => {
    const text = fileOf('db-0', 'databases.objectscript', { ...cache, databases: healthShareDatabases('/cache') });

    expect(text).toContain('##class(SYS.Mirror).AddDatabase("/cache/mgr/hssys/","HSSYS")');
  });

  test('an application server knows remote databases', () => {
    const files = applicationServerMergeFiles({ memory, instance: 'CACHE', mirror: cache });

    expect(files[1]?.content).toContain('p("Directory")=":mirror:TRAK:TRAK",p("Server")="TRAK"');
  });

  test('fails where a line break would begin another command', () => {
    expect(() => mirrorMergeFiles({ ...cache, instance: 'X"\nhalt' })).toThrow('must be without line breaks');
  });
});
