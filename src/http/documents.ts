import type { FastifyInstance, FastifyRequest } from 'fastify';
import { writeOpenApi } from '#contract/openapi.ts';
import type { Installation } from '#services/context.ts';
import { languages, type Language } from '#words/index.ts';
import { allOperations } from './all-bindings.ts';
import { referencePolicy, renderReference } from './reference/render-reference.ts';

const roomTitles = {
  territories: 'Territories: codes, names, kinds, populations, boundaries',
  actors: 'Actors: organisations, structures, people and who does what where',
  access: 'Access: accounts, roles, sessions, invitations, tokens',
  diagnosis: 'Needs: what prevention has to answer in a territory',
  commitments: 'Commitments: who owes what to whom, by when, proved how; evidence and verification',
  audit: 'Audit: who did what, when',
  operations: 'Operation: health, search, imports',
};

/** The description of the API: for programs, and as a page for people. */
export function serveDocuments(
  api: FastifyInstance,
  installation: Installation,
  languageOf: (request: FastifyRequest) => Language,
): void {
  const document = JSON.stringify(
    writeOpenApi(Object.values(allOperations), {
      version: installation.version,
      origin: installation.origin,
      roomTitles,
    }),
  );
  const pages = new Map(
    languages.map((language) => [
      language,
      renderReference(Object.values(allOperations), { ...installation, language }),
    ]),
  );
  api.get('/api/docs', async (request, reply) => {
    const asked = (request.query as { language?: unknown }).language;
    const language = languages.find((one) => one === asked) ?? languageOf(request);
    return reply
      .header('content-security-policy', referencePolicy)
      .header('content-language', language)
      .header('vary', 'accept-language, cookie')
      .type('text/html; charset=utf-8')
      .send(pages.get(language));
  });
  api.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(document),
  );
}
