import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { environmentBaselines } from '../../tools/environment-baselines.mjs';
import { inTemporaryFolder } from '../support';

test('the stacks of an environment get the baseline that its file names, and no option where it names none', () => {
  const options = inTemporaryFolder((folder) => {
    writeFileSync(path.join(folder, 'iris-dev.yaml'), 'environment: dev\nbaseline: nonproduction\n');
    writeFileSync(path.join(folder, 'iris-prod.yaml'), 'environment: prod\n');
    writeFileSync(path.join(folder, 'README.md'), 'baseline: zonal\n');
    return environmentBaselines(folder);
  });

  expect(options).toEqual(['--baseline', 'iris-dev-*=nonproduction']);
});
