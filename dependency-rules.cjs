/** Workspaces of the architecture, each of which may import those before it. */
const architecture = [
  'foundation',
  'sizing',
  'guest',
  'network',
  'security',
  'storage',
  'server',
  'appliance',
  'mirror',
  'compute',
  'backup',
  'monitoring',
  'dr',
];

/** Folder of a workspace. */
const folder = (name) => `^packages/${name}/`;

const oneWay = architecture.map((name, index) => ({
  name: `${name}-imports-what-it-builds-on`,
  comment: `packages/${name} may import ${architecture.slice(0, index).join(', ') || 'no other package'}.`,
  severity: 'error',
  from: { path: folder(name) + 'src/' },
  to: {
    path: `^(packages|policies|stacks|tools|test)/`,
    pathNot: `^packages/(${architecture.slice(0, index + 1).join('|')})/`,
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: 'estate-stands-alone',
      comment: 'packages/estate reads any Terraform: it knows no other package.',
      severity: 'error',
      from: { path: '^packages/estate/src/' },
      to: { path: '^(packages|policies|stacks|tools|test)/', pathNot: folder('estate') },
    },
    {
      name: 'policies-stand-alone',
      comment: 'policies know the estate document, not the code that makes it.',
      severity: 'error',
      from: { path: '^policies/src/' },
      to: { path: '^(packages|stacks|tools|test)/' },
    },
    {
      name: 'gate-judges-estates',
      comment: 'packages/gate may import estate and policies.',
      severity: 'error',
      from: { path: '^packages/gate/src/' },
      to: { path: '^(packages|policies|stacks|tools|test)/', pathNot: ['^packages/(estate|gate)/', '^policies/'] },
    },
    {
      name: 'stacks-use-the-architecture',
      comment: 'stacks choose values for the packages of the architecture; they are judged from outside.',
      severity: 'error',
      from: { path: '^stacks/src/' },
      to: { path: '^(packages/(estate|gate)|policies|tools|test)/' },
    },
    {
      name: 'stand-in-knows-azure-alone',
      comment:
        'The stand-in judges what the architecture sends: of that it knows the facts about regions and sizes, and no more.',
      severity: 'error',
      from: { path: '^stand-in/src/' },
      to: { path: '^(packages|policies|stacks|tools|test)/', pathNot: '^packages/(foundation|sizing)/' },
    },
    {
      name: 'no-import-past-an-index',
      comment: 'A package is imported by its name (or a subpath that it exports), never by a path into it.',
      severity: 'error',
      from: { path: '^(packages/[^/]+|policies|stacks|stand-in)/' },
      to: {
        path: '^(packages/[^/]+|policies|stacks|stand-in)/',
        pathNot: [
          '^$1/',
          '/src/index\\.ts$',
          '^packages/(gate/src/(jest|report/report-schema)|sizing/src/catalogue-data)\\.ts$',
        ],
      },
    },
    {
      name: 'packages-by-name',
      comment: 'A package is imported by its name, as its users import it, never by a relative path.',
      severity: 'error',
      from: { path: '^(packages/[^/]+|policies|stacks|stand-in|test|tools)/' },
      to: {
        path: '^(packages/[^/]+|policies|stacks|stand-in)/',
        pathNot: '^$1/',
        dependencyTypes: ['local'],
        dependencyTypesNot: ['aliased'],
      },
    },
    {
      name: 'declared-dependencies',
      comment: 'What a published package imports is in the dependencies or peerDependencies of its package.json.',
      severity: 'error',
      from: { path: '^(packages/[^/]+|policies|stand-in)/src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['npm', 'npm-peer'] },
    },
    {
      name: 'no-unresolvable',
      comment: 'What is imported exists, and its package exports it.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-provider-index',
      comment: 'The index of the provider bindings takes a second to load: import by resource path.',
      severity: 'error',
      from: {},
      to: { path: 'provider-azurerm/(lib/)?index\\.(js|d\\.ts)$' },
    },
    { name: 'no-circular', comment: 'No module needs itself.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      comment: 'A module that nothing imports is dead, unless it is where a program or a package begins.',
      severity: 'error',
      from: { orphan: true, path: '/src/', pathNot: ['/src/index\\.ts$'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/(dist|cdktf\\.out)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      conditionNames: ['@iris-azure/source', 'require', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
