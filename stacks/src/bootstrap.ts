import path from 'node:path';
import { type Deployment, findRegion, readStateValues } from '@iris-azure/foundation';
import { StateStack } from '@iris-azure/storage';
import { App } from 'cdktf';
import { run } from './run';

/** File of the values, beside the environments. */
const file = path.relative(process.cwd(), path.resolve(__dirname, '..', 'state.yaml'));

/** The application that makes the storage of all states (`npm run state`): one stack, and no environment. */
function main(): void {
  const { organization, environment, region: regionName, tags, deployers, ...store } = readStateValues(file);
  const region = findRegion(regionName);
  const deployment: Deployment = { workload: 'platform', organization, environment, tags, cloud: region.cloud.name };
  const app = new App();
  new StateStack(app, {
    ...store,
    deployment,
    region,
    deployerRanges: deployers.ranges,
    deployers: deployers.principals,
  });
  app.synth();
}

run(main);
