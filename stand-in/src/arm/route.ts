import { type ResourceType } from './resource-type';

/** Routes at which resources of a type are, as Fastify takes them; the last parameter is the resource's name. */
export interface Routes {
  /** One resource. */
  readonly resource: string;
  /** All of one scope. */
  readonly collection: string;
}

const resourceGroup = '/subscriptions/:subscription/resourceGroups/:resourceGroup';

/** Route of a type that lies in a resource group, or below another type that does. */
export function routesOf({ type }: ResourceType): Routes {
  const [namespace = '', ...segments] = type.split('/');
  const last = segments.at(-1) ?? '';
  const before = segments
    .slice(0, -1)
    .map((segment, depth) => `/${segment}/:name${depth}`)
    .join('');
  return routesBelow(resourceGroup, namespace, `${before}/${last}`);
}

/** Route of an extension's type on a scope. */
export function extensionRoutes({ type }: ResourceType, scope: string): Routes {
  const slash = type.indexOf('/');
  return routesBelow(scope, type.slice(0, slash), type.slice(slash));
}

function routesBelow(scope: string, namespace: string, path: string): Routes {
  const collection = `${scope}/providers/${namespace}${path}`;
  return { collection, resource: `${collection}/:name` };
}
