// Writes src/values/map-attributes.json: which attributes of each azurerm resource type are maps, read from the
// provider bindings. Every other object in cdk.tf.json is a nested block. `tags` is a map everywhere and left out.
//
//   node packages/estate/tools/map-attributes.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bindings = dirname(createRequire(import.meta.url).resolve('@cdktf/provider-azurerm/package.json'));
const output = fileURLToPath(new URL('../src/values/map-attributes.json', import.meta.url));

const MAP_INPUT = /^\s+([a-z0-9_]+): cdktf\.hashMapper\(/gm;
const MAP_COMPUTED = /new cdktf\.\w+Map\(this, "([a-z0-9_]+)"/g;
const RESOURCE_TYPE = /\.tfResourceType = "(azurerm_[a-z0-9_]+)"/;

const types = {};
for (const entry of readdirSync(join(bindings, 'lib'), { withFileTypes: true })) {
  if (!entry.isDirectory() || entry.name.startsWith('data-azurerm-')) continue;
  const source = readFileSync(join(bindings, 'lib', entry.name, 'index.js'), 'utf8');
  const type = RESOURCE_TYPE.exec(source)?.[1];
  if (type === undefined) continue;
  const names = [...source.matchAll(MAP_INPUT), ...source.matchAll(MAP_COMPUTED)].map((match) => match[1]);
  // "value" is the key under which the bindings' HCL output wraps every attribute.
  const maps = [...new Set(names)].filter((name) => name !== 'tags' && name !== 'value').sort();
  if (maps.length > 0) types[type] = maps;
}
const sorted = Object.fromEntries(Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(output, `${JSON.stringify(sorted, null, 2)}\n`);
console.log(`${Object.keys(sorted).length} types written to ${output}`);
