import path from 'node:path';
import { readEnvironment } from '@iris-azure/foundation';
import { readEstate } from '@iris-azure/estate';
import { loadGate } from '@iris-azure/gate';
import { addBlueprint, environmentsFolder } from '@iris-azure/stacks';
import { App } from 'cdktf';
import { inTemporaryFolder } from '../support';

const production = readEnvironment(path.join(environmentsFolder, 'trakcare-prod.yaml'));

const state = { resourceGroup: 'rg-contoso-state', storageAccount: 'stcontosostate', container: 'tfstate' };

/** Outcomes of TrakCare production, by rule and address, with its state in one place or another. */
async function outcomes(differences: object): Promise<readonly string[]> {
  const gate = await loadGate();
  return inTemporaryFolder((outdir) => {
    const app = new App({ outdir });
    addBlueprint(app, { ...production, ...differences });
    app.synth();
    return gate
      .judge(readEstate([outdir]))
      .results.map(({ rule, address, outcome }) => `${rule} ${address} ${outcome}`)
      .sort();
  });
}

test('the gate sees through references between stacks whose state is in Azure as through those in files', async () => {
  const inAzure = await outcomes({ state });

  expect(inAzure).toEqual(await outcomes({}));
  expect(inAzure.length).toBeGreaterThan(300);
});
