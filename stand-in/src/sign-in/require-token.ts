import { type FastifyReply, type FastifyRequest } from 'fastify';
import { ArmError } from '../arm/arm-error';
import { hosts } from '../hosts';
import { deployer } from './deployer';

/**
 * Answers a request without a token by where to get one. Clients of Key Vault send each request like that first, without its
 * body: it must do nothing.
 *
 * @throws ArmError with status 401.
 * @see https://learn.microsoft.com/azure/key-vault/general/authentication-requests-and-responses
 */
export function requireToken({ hostname, headers }: FastifyRequest, reply: FastifyReply): void {
  if (hostname === hosts.signIn || headers.authorization?.startsWith('Bearer ') === true) {
    return;
  }
  const resource = hostname.endsWith(hosts.keyVault) ? hosts.keyVault : hosts.resourceManager;
  void reply.header(
    'www-authenticate',
    `Bearer authorization="https://${hosts.signIn}/${deployer.tenantId}", resource="https://${resource}"`,
  );
  throw new ArmError(401, 'Unauthorized', 'AKV10000: Request is missing a Bearer or PoP token.');
}
