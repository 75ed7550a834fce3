import { type SharedMemorySettings } from '@iris-azure/sizing';
import { renderMerge, serverMergeFiles, trakCareDatabases } from '../src/merge';

const memory: SharedMemorySettings = {
  globalsMb: 65536,
  routinesMb: 1024,
  gmheapKb: 262144,
  jrnbufsMb: 64,
  maxServers: 2,
  maxServerConn: 16,
};
const server = { product: 'iris', instance: 'IRIS', memory, databases: trakCareDatabases, encrypted: false } as const;

const contentOf = (files: readonly { path: string; content: string }[], name: string): string =>
  files.find(({ path }) => path === `/etc/iris-azure/${name}`)?.content ?? '';

describe('a merge file', () => {
  test('has one line a parameter, and values of one parameter parted by commas', () => {
    const text = renderMerge([
      {
        name: 'config',
        parameters: [
          ['globals', 0, 0, 512, 0, 0, 0],
          ['gmheap', 65536],
        ],
      },
      { name: 'ECPServers', parameters: [['TRAK', '10.0.0.4', 1972, 1]] },
    ]);

    expect(text).toBe('[config]\nglobals=0,0,512,0,0,0\ngmheap=65536\n\n[ECPServers]\nTRAK=10.0.0.4,1972,1\n');
  });

  test('keeps actions in order, and leaves properties without a value out', () => {
    const text = renderMerge([
      {
        name: 'Actions',
        actions: [
          { operation: 'CreateResource', properties: { Name: '%DB_TRAK', Description: 'TRAK database' } },
          {
            operation: 'CreateDatabase',
            properties: { Name: 'TRAK', Directory: '/iris/databases/trak/', Size: undefined },
          },
        ],
      },
    ]);

    expect(text).toBe(
      '[Actions]\nCreateResource:Name=%DB_TRAK,Description="TRAK database"\nCreateDatabase:Name=TRAK,Directory=/iris/databases/trak/\n',
    );
  });

  test('puts a value with a comma between quotes', () => {
    const text = renderMerge([
      { name: 'Actions', actions: [{ operation: 'ConfigMirror', properties: { Map: 'primary,backup' } }] },
    ]);

    expect(text).toBe('[Actions]\nConfigMirror:Map="primary,backup"\n');
  });

  test('has no section without content', () => {
    expect(
      renderMerge([
        { name: 'Actions', actions: [] },
        { name: 'Journal', parameters: [] },
      ]),
    ).toBe('');
  });

  test.each(['a"b', 'a\nb', 'a\rb', 'a\u0000b', 'a\u0085b', '', ' a'])(
    'fails for a property that no quotes help: %j',
    (value) => {
      const render = () =>
        renderMerge([{ name: 'Actions', actions: [{ operation: 'CreateDatabase', properties: { Name: value } }] }]);

      expect(render).toThrow('Name of a merge file must be text without quotes and line breaks');
    },
  );

  test.each(['a,b', 'a"b', 'a\nb'])('fails for a parameter that would be several: %j', (value) => {
    const render = () => renderMerge([{ name: 'ECPServers', parameters: [['TRAK', value, 1972, 1]] }]);

    expect(render).toThrow('TRAK of a merge file must be text without quotes, commas and line breaks');
  });
});

describe('the configuration of an instance', () => {
  test('has its shared memory and the folders of its volumes', () => {
    const merge = contentOf(serverMergeFiles(server), 'merge.cpf');

    expect(merge).toBe(
      [
        '[config]',
        'globals=0,0,65536,0,0,0',
        'routines=1024',
        'gmheap=262144',
        'jrnbufs=64',
        'MaxServers=2',
        'MaxServerConn=16',
        'wijdir=/iris/wij/',
        '',
        '[Journal]',
        'AlternateDirectory=/iris/alternate-journal/',
        'CurrentDirectory=/iris/journal/',
        'FreezeOnError=1',
        '',
      ].join('\n'),
    );
  });

  test('divides global buffers among block sizes', () => {
    const merge = contentOf(serverMergeFiles({ ...server, globals: { 8: 60000, 64: 5536 } }), 'merge.cpf');

    expect(merge).toContain('globals=0,0,60000,0,0,5536\n');
  });

  test('fails where the block sizes have not the buffers of the instance', () => {
    expect(() => serverMergeFiles({ ...server, globals: { 8: 1 } })).toThrow(
      'global buffers of all block sizes must be those of the shared memory, 65536 MB, got 1; set globals',
    );
  });

  test('fails for a size that is no whole number', () => {
    expect(() => serverMergeFiles({ ...server, memory: { ...memory, routinesMb: 1.5 } })).toThrow(
      'routines must be a whole number of at least 0, got 1.5',
    );
  });

  test('leaves folders in the installation where there are no volumes', () => {
    const merge = contentOf(serverMergeFiles({ ...server, directories: 'none' }), 'merge.cpf');

    expect(merge).not.toContain('Directory=');
    expect(merge).not.toContain('wijdir');
  });

  test.each(['iris/wij', '/iris/../etc', '/iris/a b', '/iris/"', '/'])('fails for the folder %j', (wij) => {
    expect(() => serverMergeFiles({ ...server, directories: { wij } })).toThrow('directory must be an absolute path');
  });
});

describe('the databases of a server without a mirror', () => {
  test('are made with resources and namespaces, and are in no mirror', () => {
    const databases = contentOf(serverMergeFiles(server), 'databases.cpf');

    expect(databases).toContain('CreateResource:Name=%DB_TRAK,Description="TRAK database"\n');
    expect(databases).toContain('CreateDatabase:Name=TRAK,Directory=/iris/databases/trak/,ResourceName=%DB_TRAK\n');
    expect(databases).toContain('CreateNamespace:Name=TRAK,Globals=TRAK\n');
    expect(databases).toContain('CreateNamespace:Name=INTEGRATION,Globals=INTEGRATION,Interop=1\n');
    expect(databases).not.toContain('Mirror');
  });

  test('are encrypted where a key is active', () => {
    const databases = contentOf(serverMergeFiles({ ...server, encrypted: true }), 'databases.cpf');

    expect(databases).toContain('EncryptedDB=1');
  });

  test.each(['1DATA', 'A B', 'A,B', 'A"B', '', 'A'.repeat(31)])('fails for the database name %j', (name) => {
    expect(() => serverMergeFiles({ ...server, databases: [{ name }] })).toThrow('database name must be');
  });

  test.each(['%SYS', 'broker', '1', 'A,B'])('fails for the namespace %j', (name) => {
    expect(() => serverMergeFiles({ ...server, databases: [{ name: 'TRAK', namespaces: [{ name }] }] })).toThrow(
      'namespace must be',
    );
  });

  test('fails for a resource with a comma', () => {
    expect(() => serverMergeFiles({ ...server, databases: [{ name: 'TRAK', resource: '%DB,X' }] })).toThrow(
      'resource must be',
    );
  });
});
