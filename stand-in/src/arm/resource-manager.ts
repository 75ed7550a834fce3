import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Azure } from '../azure';
import { hosts } from '../hosts';
import type { ArmError } from './arm-error';
import { badRequest, notFound } from './arm-error';
import { isObject, type JsonObject } from './json';
import { checkLocks } from './locks';
import { type OperationKind } from './operations';
import { removal, type TypeOf } from './remove';
import { type Resource } from './resource';
import { ResourceId } from './resource-id';
import { type ResourceType } from './resource-type';
import { extensionRoutes, type Routes, routesOf } from './route';
import { shown } from './show';
import { checkIdle, found, patch, put, type Written } from './write';

/** What the faults of a rehearsal may ask of the next operation: to fail. */
export type FailureOf = (request: FastifyRequest) => ArmError | undefined;

const constraints = { host: hosts.resourceManager };

/** Adds Resource Manager for these types. */
export function addResourceManager(
  app: FastifyInstance,
  types: readonly ResourceType[],
  azure: Azure,
  failureOf: FailureOf,
): void {
  const all = types.flatMap(withParts);
  const typeOf: TypeOf = (resource) => all.find(({ type }) => type.toLowerCase() === resource.type.toLowerCase());
  const extensions = all.filter(({ extension }) => extension);
  const resources = all.filter(({ extension }) => !extension);
  const scopes = ['/subscriptions/:subscription'];
  for (const type of resources) {
    const routes = routesFor(type);
    addSubscriptionList(app, type, azure);
    scopes.push(routes.resource.replaceAll(/:name\b/g, ':scope'));
    addType(app, type, routes, typeOf, azure, failureOf);
  }
  for (const extension of extensions) {
    for (const scope of scopes) {
      addType(app, extension, extensionRoutes(extension, scope), typeOf, azure, failureOf);
    }
  }
}

/** All resources of a type in the subscription; parts are listed in what they are parts of. */
function addSubscriptionList(app: FastifyInstance, type: ResourceType, azure: Azure): void {
  const [namespace, name, ...parts] = type.type.split('/');
  if (parts.length === 0 && namespace !== 'Microsoft.Resources') {
    const url = `/subscriptions/:subscription/providers/${namespace ?? ''}/${name ?? ''}`;
    app.get(url, { constraints, preHandler: checkApiVersion }, async (_request, reply) =>
      reply.send({ value: azure.store.ofType(type.type).map((item) => shown(item, type, azure)) }),
    );
  }
}

function withParts(type: ResourceType): readonly ResourceType[] {
  return [type, ...Object.values(type.children ?? {}).flatMap((parts) => parts.flatMap(withParts))];
}

function routesFor(type: ResourceType): Routes {
  return type.type === 'Microsoft.Resources/resourceGroups'
    ? {
        collection: '/subscriptions/:subscription/resourceGroups',
        resource: '/subscriptions/:subscription/resourceGroups/:name',
      }
    : routesOf(type);
}

function addType(
  app: FastifyInstance,
  type: ResourceType,
  { resource, collection }: Routes,
  typeOf: TypeOf,
  azure: Azure,
  failureOf: FailureOf,
): void {
  const preHandler = checkApiVersion;
  app.get(resource, { constraints, preHandler }, async (request, reply) => {
    const id = idOf(request);
    const operation = azure.operations.on(id);
    if (operation) {
      azure.operations.poll(operation.id);
    }
    return reply.send(shown(found(id, azure), type, azure));
  });
  app.get(collection, { constraints, preHandler }, async (request, reply) => {
    const scope = idOf(request).replace(/(\/providers\/[^/]+)?\/[^/]+$/i, '');
    const { $filter: filter = '' } = request.query as { readonly $filter?: string };
    const items = type.list?.(scope, filter, azure) ?? azure.store.children(scope, type.type);
    return reply.send({ value: items.map((item) => shown(item, type, azure)) });
  });
  app.put(resource, { constraints, preHandler: [preHandler, failAtOnce('put')] }, async (request, reply) =>
    answerWrite(request, reply, put(idOf(request), type, bodyOf(request), azure)),
  );
  app.patch(resource, { constraints, preHandler: [preHandler, failAtOnce('put')] }, async (request, reply) =>
    answerWrite(request, reply, patch(idOf(request), type, bodyOf(request), azure)),
  );
  app.delete(resource, { constraints, preHandler: [preHandler, failAtOnce('delete')] }, async (request, reply) => {
    const target = azure.store.find(idOf(request));
    if (!target) {
      return reply.code(204).send();
    }
    const remove = removal(target, typeOf, azure);
    if (!type.longRunning?.includes('delete')) {
      remove();
      return reply.code(200).send();
    }
    startOperation(request, reply, target, 'Deleting', remove);
    return reply.code(202).send();
  });
  for (const [action, act] of Object.entries(type.actions ?? {})) {
    app.post(`${resource}/${action}`, { constraints, preHandler }, async (request, reply) => {
      const target = found(idOf(request).replace(/\/[^/]+$/, ''), azure);
      const { status, body } = act(target, azure, bodyOf(request));
      if (status === 202) {
        startOperation(request, reply, target, 'Updating');
      }
      return reply.code(status).send(body);
    });
  }
  for (const [name, facet] of Object.entries(type.facets ?? {})) {
    const whole = (request: FastifyRequest) => found(idOf(request).replace(/\/[^/]+$/, ''), azure);
    app.get(`${resource}/${name}`, { constraints, preHandler }, async (request, reply) =>
      reply.send(facet.read(whole(request))),
    );
    app.put(`${resource}/${name}`, { constraints, preHandler }, async (request, reply) => {
      const before = whole(request);
      checkLocks(before.id, 'write', azure);
      checkIdle(before.id, azure);
      const after = facet.write(before, bodyOf(request));
      azure.store.put(after);
      startOperation(request, reply, after, 'Updating', undefined, () => azure.store.put(before));
      return reply.send(facet.read(after));
    });
  }

  /** Without an operation that could fail later, the request does. */
  function failAtOnce(method: 'put' | 'delete') {
    return async (request: FastifyRequest) => {
      const failure = type.longRunning?.includes(method) ? undefined : failureOf(request);
      return failure ? Promise.reject(failure) : Promise.resolve();
    };
  }

  function answerWrite(request: FastifyRequest, reply: FastifyReply, written: Written) {
    const { resource: target, created, undo } = written;
    if (type.longRunning?.includes('put')) {
      startOperation(request, reply, target, created ? 'Creating' : 'Updating', undefined, undo);
    }
    const status = created ? (type.createdStatus ?? 201) : 200;
    return reply.code(type.accepted ? 202 : status).send(shown(target, type, azure));
  }

  function startOperation(
    request: FastifyRequest,
    reply: FastifyReply,
    target: Resource,
    kind: OperationKind,
    succeed?: () => void,
    fail?: () => void,
  ): void {
    const failure = failureOf(request);
    const operation = azure.operations.start({ target: ResourceId.parse(target.id), kind, failure }, () =>
      (failure ? fail : succeed)?.(),
    );
    const { subscription } = ResourceId.parse(target.id);
    const namespace = type.type.split('/')[0] ?? '';
    void reply.headers({
      'azure-asyncoperation': `https://${hosts.resourceManager}${subscription.text}/providers/${namespace}/operations/${operation}?api-version=${apiVersionOf(request)}`,
      'retry-after': '0',
    });
  }
}

/** Adds what tells a client how an operation goes on. */
export function addOperations(app: FastifyInstance, { operations }: Azure): void {
  app.get<{ Params: { operation: string } }>(
    '/subscriptions/:subscription/providers/:namespace/operations/:operation',
    { constraints },
    async (request, reply) => {
      const polled = operations.poll(request.params.operation);
      if (!polled) {
        throw notFound('OperationNotFound', `The operation ${request.params.operation} was not found.`);
      }
      const { operation, status } = polled;
      void reply.header('retry-after', '0');
      return reply.send({ id: idOf(request), name: operation.id, status, ...operation.failure?.body });
    },
  );
}

function idOf(request: FastifyRequest): string {
  return decodeURIComponent(new URL(request.url, 'https://id').pathname).replaceAll(/\/{2,}/g, '/');
}

function bodyOf({ body }: FastifyRequest): JsonObject {
  return isObject(body) ? body : {};
}

function apiVersionOf({ query }: FastifyRequest): string {
  const version = (query as Readonly<Record<string, unknown>>)['api-version'];
  return typeof version === 'string' ? version : '';
}

/**
 * Every request to Resource Manager names the version of the service's interface.
 *
 * @see https://learn.microsoft.com/rest/api/resources/ (MissingApiVersionParameter, InvalidApiVersionParameter)
 */
export async function checkApiVersion(request: FastifyRequest): Promise<void> {
  return checkVersion(request, /^20\d\d-[01]\d-[0-3]\d(-preview)?$/);
}

/** Like {@link checkApiVersion}, for a service whose versions have another form. */
export async function checkVersion(request: FastifyRequest, form: RegExp): Promise<void> {
  const version = apiVersionOf(request);
  if (version === '') {
    throw badRequest(
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    );
  }
  if (!form.test(version)) {
    throw badRequest('InvalidApiVersionParameter', `The api-version '${version}' is invalid.`);
  }
  return Promise.resolve();
}
