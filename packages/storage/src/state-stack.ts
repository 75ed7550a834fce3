import { type Deployment, IrisStack, type Region, ResourceGroup } from '@iris-azure/foundation';
import { TerraformOutput } from 'cdktf';
import { type Construct } from 'constructs';
import { statePart, StateStore, type StateStoreSettings, stateStorageOf } from './state-store';

/** Properties of {@link StateStack}. */
export interface StateStackProps extends StateStoreSettings {
  /** What the storage of states is called and how it is tagged. */
  readonly deployment: Deployment;
  /** Region of the states. */
  readonly region: Region;
  /**
   * Whether its own state is in the storage that it makes: deploy it without, then with, and migrate its state.
   *
   * @default false: a file beside the synthesized stack
   */
  readonly keepsItsOwnState?: boolean;
}

/** The storage of all states, made before any environment: `<workload>-<environment>-state`. */
export class StateStack extends IrisStack {
  public constructor(scope: Construct, props: StateStackProps) {
    const { deployment, region, keepsItsOwnState = false, ...store } = props;
    const state = stateStorageOf(deployment, region);
    super(scope, statePart, { deployment: keepsItsOwnState ? { ...deployment, state } : deployment });
    const resourceGroup = new ResourceGroup(this, 'ResourceGroup', { deployment, region, part: statePart });
    new StateStore(this, 'StateStore', { ...store, resourceGroup });
    new TerraformOutput(this, 'State', {
      value: {
        resourceGroup: state.resourceGroupName,
        storageAccount: state.storageAccountName,
        container: state.containerName,
      },
      description: 'The section "state" of each environment file.',
    });
  }
}
