#!/usr/bin/env node
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const cli = join(__dirname, '..', 'dist', 'cli.js');
if (existsSync(cli)) {
  require(cli).main();
} else {
  process.stderr.write('iris-size: not built yet; run "npm run build"\n');
  process.exitCode = 2;
}
