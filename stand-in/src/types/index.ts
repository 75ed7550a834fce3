import { type ResourceType } from '../arm/resource-type';
import { automationTypes } from './automation';
import { authorizationTypes } from './authorization';
import { computeTypes } from './compute';
import { keyVaultTypes } from './key-vault';
import { userAssignedIdentity } from './managed-identity/user-assigned-identity';
import { networkTypes } from './network';
import { recoveryServicesTypes } from './recovery-services';
import { resourceGroup } from './resources/resource-group';
import { storageTypes } from './storage';

/** All types that the stand-in knows; the parts of each come with it. */
export const resourceTypes: readonly ResourceType[] = [
  resourceGroup,
  userAssignedIdentity,
  ...authorizationTypes,
  ...automationTypes,
  ...computeTypes,
  ...keyVaultTypes,
  ...networkTypes,
  ...recoveryServicesTypes,
  ...storageTypes,
];
