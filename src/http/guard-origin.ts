import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '#domain/shared/refusals.ts';
import type { Installation } from '#services/context.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send, and hosts that are not ours (a name pointed at this address by somebody else).
 * Programs with a token send neither Origin nor Sec-Fetch-Site and pass.
 */
export function guardOrigin(app: FastifyInstance, installation: Installation): void {
  const own = new URL(installation.origin);
  app.addHook('onRequest', async (request) => {
    if (!isOurHost(request.headers.host, own)) throw refuse('shared.cross-site');
    if (safeMethods.has(request.method)) return;
    if (isForeign(request, own)) throw refuse('shared.cross-site');
  });
}

function isOurHost(host: string | undefined, own: URL): boolean {
  if (host === undefined) return false;
  if (host === own.host) return true;
  const isLocal = own.hostname === '127.0.0.1' || own.hostname === 'localhost';
  const name = host.replace(/:\d+$/, '');
  // A health check on the machine itself asks by the local name, whatever the public one is.
  return name === '127.0.0.1' || name === 'localhost' || (isLocal && name === '[::1]');
}

function isForeign(request: FastifyRequest, own: URL): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  const { origin, authorization, cookie } = request.headers;
  if (origin === undefined) return authorization === undefined && cookie !== undefined;
  return (
    origin !== own.origin &&
    origin !== `http://${request.headers.host}` &&
    origin !== `https://${request.headers.host}`
  );
}
