import { type FastifyInstance } from 'fastify';
import { hosts } from '../hosts';
import { deployer } from './deployer';

const lifetimeSeconds = 86_400;

/** Adds Microsoft Entra ID, as far as a deployer needs it: a token for whoever asks, good here and nowhere else. */
export function addSignIn(app: FastifyInstance): void {
  app.post('/:tenant/oauth2/v2.0/token', { constraints: { host: hosts.signIn } }, async (_request, reply) =>
    reply.send({ token_type: 'Bearer', expires_in: lifetimeSeconds, access_token: token() }),
  );
}

/** A token in the form that clients read; its signature says itself that it is none. */
function token(): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    aud: `https://${hosts.resourceManager}`,
    iss: `https://sts.windows.net/${deployer.tenantId}/`,
    iat: now,
    nbf: now,
    exp: now + lifetimeSeconds,
    appid: deployer.clientId,
    oid: deployer.objectId,
    sub: deployer.objectId,
    tid: deployer.tenantId,
    idtyp: 'app',
    ver: '1.0',
  };
  return [JSON.stringify({ alg: 'none', typ: 'JWT' }), JSON.stringify(claims), 'not signed']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
}
