const everyday = require('./jest.config.cjs');

/**
 * Tests that run the real provider, or fetch what is no dependency: not part of `npm test`.
 *
 * @type {import('jest').Config}
 */
module.exports = {
  ...everyday,
  testMatch: ['<rootDir>/test/rehearsal/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  // The provider may have to be built first.
  testTimeout: 20 * 60 * 1000,
};
