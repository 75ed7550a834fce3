import { type ResourceType } from '../arm/resource-type';
import { actionRule } from './alerts-management/action-rule';
import { automationTypes } from './automation';
import { authorizationTypes } from './authorization';
import { computeTypes } from './compute';
import { insightsTypes } from './insights';
import { keyVaultTypes } from './key-vault';
import { userAssignedIdentity } from './managed-identity/user-assigned-identity';
import { networkTypes } from './network';
import { workspace } from './operational-insights/workspace';
import { recoveryServicesTypes } from './recovery-services';
import { resourceGroup } from './resources/resource-group';
import { storageTypes } from './storage';

/** All types that the stand-in knows; the parts of each come with it. */
export const resourceTypes: readonly ResourceType[] = [
  resourceGroup,
  userAssignedIdentity,
  workspace,
  actionRule,
  ...authorizationTypes,
  ...automationTypes,
  ...computeTypes,
  ...insightsTypes,
  ...keyVaultTypes,
  ...networkTypes,
  ...recoveryServicesTypes,
  ...storageTypes,
];
