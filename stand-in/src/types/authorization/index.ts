import { type ResourceType } from '../../arm/resource-type';
import { lock } from './lock';
import { roleAssignment } from './role-assignment';
import { roleDefinition } from './role-definition';

/** Types of Microsoft.Authorization. */
export const authorizationTypes: readonly ResourceType[] = [lock, roleAssignment, roleDefinition];
