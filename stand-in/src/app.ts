import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { ArmError, notFound } from './arm/arm-error';
import { addOperations, addResourceManager } from './arm/resource-manager';
import { addSubscription } from './arm/subscription';
import { type Azure } from './azure';
import { type Certificate } from './certificate';
import { type FaultKind, type Faults, operationFailure, refusals } from './faults';
import { requireToken } from './sign-in/require-token';
import { addAutomation, isRunbookContent } from './automation/automation';
import { addSignIn } from './sign-in/sign-in';
import { resourceTypes } from './types';
import { addVaults } from './vault/data-plane';
import { addDeletedVaults } from './vault/deleted-vaults';

/** A request that was answered, without anything of its contents. */
export interface AnsweredRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly status: number;
  /** What was made to go wrong. */
  readonly fault?: FaultKind;
}

/** What the application is made of. */
export interface AppParts {
  readonly azure: Azure;
  readonly faults: Faults;
  readonly certificate: Certificate;
  /** Breaks the connection on which a request came. */
  readonly resetConnection: (request: FastifyRequest) => void;
  readonly onAnswer?: (request: AnsweredRequest) => void;
}

/** The services of Azure that the stand-in knows, by host name and path. */
export async function buildApp({ azure, faults, certificate, resetConnection, onAnswer }: AppParts) {
  const app = fastify({
    https: { cert: certificate.certificate, key: certificate.key },
    routerOptions: { caseSensitive: false, ignoreDuplicateSlashes: true, maxParamLength: 1000 },
    forceCloseConnections: true,
  });
  const services = app as unknown as FastifyInstance;
  const faultOf = new WeakMap<FastifyRequest, FaultKind>();
  readBodies(services);
  services.addHook('onRequest', async (request, reply) => {
    requireToken(request, reply);
    const fault = faults.next(summary(request));
    // The provider polls every ten seconds unless it is told not to.
    void reply.header('x-go-azure-sdk-skip-polling-delay', 'true').header('x-ms-request-id', request.id);
    if (!fault) {
      return;
    }
    faultOf.set(request, fault);
    if (fault === 'ConnectionReset') {
      onAnswer?.({ ...summary(request), status: 0, fault });
      reply.hijack();
      resetConnection(request);
    } else if (fault !== 'OperationFailed') {
      throw refusals[fault]();
    }
    return Promise.resolve();
  });
  services.addHook('onResponse', async (request, reply) => {
    onAnswer?.({ ...summary(request), status: reply.statusCode, fault: faultOf.get(request) });
    return Promise.resolve();
  });
  services.setErrorHandler(async (error, _request, reply) => {
    const refusal = error instanceof ArmError ? error : unreadable(error);
    if (refusal.retryAfterSeconds !== undefined) {
      void reply.header('retry-after', String(refusal.retryAfterSeconds));
    }
    return reply.code(refusal.status).send(refusal.body);
  });
  services.setNotFoundHandler((request) => {
    throw unknownTarget(request);
  });
  addSignIn(services);
  addSubscription(services, azure);
  addOperations(services, azure);
  addDeletedVaults(services, azure);
  addAutomation(services, azure);
  addVaults(services, azure);
  addResourceManager(services, resourceTypes, azure, (request) =>
    faultOf.get(request) === 'OperationFailed' ? operationFailure() : undefined,
  );
  await app.ready();
  return app;
}

/**
 * Bodies are JSON, whatever their type says; an empty one, which clients send with its type too, is none. The content of a
 * runbook is text, and is taken as a property.
 */
function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/x-www-form-urlencoded', (_request, payload, done) => {
    payload.resume().on('end', () => done(null));
  });
  app.addContentTypeParser('*', { parseAs: 'string' }, ({ url }, text: string, done) => {
    if (isRunbookContent(url)) {
      done(null, { properties: { content: text } });
      return;
    }
    try {
      done(null, text === '' ? undefined : JSON.parse(text));
    } catch {
      done(new ArmError(400, 'InvalidRequestContent', 'The request content is not valid JSON.'));
    }
  });
}

function summary({ method, host, url }: FastifyRequest) {
  return { method, host, path: url.split('?')[0] ?? '' };
}

function unknownTarget({ method, host, url }: FastifyRequest): ArmError {
  return notFound(
    'InvalidResourceType',
    `The stand-in does not know what is at ${host}${url} (${method}); add its type to stand-in/src/types.`,
  );
}

/** What the framework refuses is the client's fault; all else is a fault of the stand-in, which says where. */
function unreadable(error: unknown): ArmError {
  const { statusCode } = error as { readonly statusCode?: number };
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return statusCode !== undefined && statusCode < 500
    ? new ArmError(statusCode, 'InvalidRequestContent', text)
    : new ArmError(501, 'StandInError', text);
}
