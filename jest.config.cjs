/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@iris-azure/source', 'node', 'require', 'default'] },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  // Provider bindings are large generated files: they run as they are.
  transformIgnorePatterns: ['/node_modules/'],
  testMatch: ['<rootDir>/{packages,policies,stacks,test}/**/*.test.ts'],
  modulePathIgnorePatterns: ['/dist/', '/cdktf.out/'],
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
};
