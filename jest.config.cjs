/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // Of two cores, jest takes one by itself.
  maxWorkers: '100%',
  // Whole environments are synthesized and judged, also on machines that do other things beside.
  testTimeout: 60_000,
  testEnvironmentOptions: { customExportConditions: ['@iris-azure/source', 'node', 'require', 'default'] },
  transform: {
    '^.+\\.m?[jt]s$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  // Provider bindings are large generated files: they run as they are. What Fastify's inject() needs, and marked, are ES modules.
  transformIgnorePatterns: ['/node_modules/(?!(cookie|set-cookie-parser|marked)/)'],
  testMatch: ['<rootDir>/{packages,policies,stacks,stand-in,test}/**/*.test.ts'],
  // These run the real provider: jest.rehearsal.config.cjs.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/rehearsal/'],
  modulePathIgnorePatterns: ['/dist/', '/cdktf.out/'],
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
};
