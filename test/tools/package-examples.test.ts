import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fencedBlocks } from '../../tools/fenced-blocks';

const packages = path.resolve(__dirname, '..', '..', 'packages');

const readmes = readdirSync(packages)
  .map((name) => path.join(packages, name, 'README.md'))
  .filter((file) => existsSync(file));

test.each(readmes.map((file) => [path.basename(path.dirname(file)), file]))(
  'the package %s has an example of using it without the blueprints',
  (name, file) => {
    const examples = fencedBlocks(readFileSync(file, 'utf8')).filter(({ info }) => info === 'ts');
    const standalone = examples.filter(
      ({ code }) => code.includes(`'@iris-azure/${name}'`) && !code.includes('@iris-azure/stacks'),
    );

    expect(standalone.length).toBeGreaterThan(0);
  },
);
