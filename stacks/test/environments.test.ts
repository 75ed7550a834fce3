import path from 'node:path';
import { readEnvironment } from '@iris-azure/foundation';
import { deploymentOf, environmentNames, environmentsFolder } from '@iris-azure/stacks';

test('TrakCare production is one of the environments', () => {
  expect(environmentNames()).toContain('trakcare-prod');
});

test.each(environmentNames())('%s is a valid environment, named after its workload and stage', (name) => {
  const { workload, environment } = readEnvironment(path.join(environmentsFolder, `${name}.yaml`));

  expect(`${workload}-${environment}`).toBe(name);
});

test('a deployment has the names and tags of its environment', () => {
  const environment = readEnvironment(path.join(environmentsFolder, 'trakcare-prod.yaml'));

  expect(deploymentOf(environment)).toEqual({
    workload: 'trakcare',
    environment: 'prod',
    organization: 'contoso',
    tags: { owner: 'clinical-platform', 'cost-centre': 'trakcare' },
    cloud: 'public',
    state: undefined,
  });
});
