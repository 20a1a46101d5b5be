import type { FastifyInstance } from 'fastify';
import { writeOpenApi } from '#contract/openapi.ts';
import type { Installation } from '#services/context.ts';
import { allOperations } from './all-bindings.ts';

const roomTitles = {
  territories: 'Territories: codes, names, kinds, populations, boundaries',
  actors: 'Actors: organisations, structures, people and who does what where',
  access: 'Access: accounts, roles, sessions, invitations, tokens',
  audit: 'Audit: who did what, when',
  operations: 'Operation: health, search, imports',
};

/** The description of the API for programs. The readable one is a page: /api/docs. */
export function serveDocuments(api: FastifyInstance, installation: Installation): void {
  const document = JSON.stringify(
    writeOpenApi(Object.values(allOperations), { version: installation.version, origin: installation.origin, roomTitles }),
  );
  api.get('/api/openapi.json', async (_request, reply) => reply.type('application/json; charset=utf-8').send(document));
}
