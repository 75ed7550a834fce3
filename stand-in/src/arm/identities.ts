import { type Azure } from '../azure';
import { deployer } from '../sign-in/deployer';
import { pseudoUuid } from './pseudo-uuid';
import { identityOf, type Resource } from './resource';

/** Ids of a user-assigned identity, or of one that a resource has of its own. */
export function identityIds(resourceId: string): { readonly principalId: string; readonly clientId: string } {
  const key = resourceId.toLowerCase();
  return { principalId: pseudoUuid(`principal of ${key}`), clientId: pseudoUuid(`client of ${key}`) };
}

/** A resource with the ids that Microsoft Entra ID gives to its identities. */
export function withIdentities(resource: Resource): Resource {
  const identity = identityOf(resource);
  if (!identity) {
    return resource;
  }
  const { type, userAssignedIdentities } = identity;
  const own = type.includes('SystemAssigned') && {
    principalId: identityIds(resource.id).principalId,
    tenantId: deployer.tenantId,
  };
  const assigned = userAssignedIdentities && {
    userAssignedIdentities: Object.fromEntries(Object.keys(userAssignedIdentities).map((id) => [id, identityIds(id)])),
  };
  return { ...resource, identity: { type, ...own, ...assigned } };
}

/** Type of identities that are resources of their own. */
const userAssignedType = 'Microsoft.ManagedIdentity/userAssignedIdentities';

/** Whether there is somebody with this object id: the deployer, or an identity. */
export function isPrincipal(principalId: string, { store }: Azure): boolean {
  return (
    principalId === deployer.objectId ||
    store.ofType(userAssignedType).some(({ properties }) => properties['principalId'] === principalId) ||
    store.all.some((resource) => identityOf(resource)?.principalId === principalId)
  );
}

/** Object ids of the identities of a resource. */
export function principalsOf(resource: Resource): readonly string[] {
  const { type = '', userAssignedIdentities = {} } = identityOf(resource) ?? {};
  const own = type.includes('SystemAssigned') ? [resource.id] : [];
  return [...own, ...Object.keys(userAssignedIdentities)].map((id) => identityIds(id).principalId);
}
