import { z } from 'zod';
import { defineOperations } from './operation.ts';

const searchHit = z.object({
  kind: z.enum([
    'territory',
    'organisation',
    'structure',
    'person',
    'need',
    'strategy',
    'plan',
    'agreement',
    'commitment',
    'inventory',
    'indicator',
  ]),
  id: z.string().describe('A territory reference, or the id of the thing.'),
  title: z.string(),
  context: z.string().describe('Where it is: kind and the territory above.'),
});

const age = z.object({ at: z.string().nullable(), hours: z.number().nullable() });

const importRun = z.object({
  id: z.uuid(),
  kind: z.string(),
  fileName: z.string(),
  territory: z.string(),
  standing: z.enum(['previewed', 'applied', 'refused', 'revoked']),
  createdAt: z.string(),
  appliedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  by: z.string().nullable(),
  report: z.unknown(),
});

/** Running the installation: is it well, what is where, what was imported. */
export const operationsOperations = defineOperations('operations', {
  getHealth: {
    method: 'GET',
    path: '/api/health',
    summary: 'Whether the installation is well: database, migrations, backup, disk',
    admission: 'anyone',
    response: z.object({
      status: z.enum(['well', 'failing']),
      version: z.string(),
      mode: z.enum(['demo', 'real']),
      database: z.object({ reachable: z.boolean(), version: z.string().nullable() }),
      migrations: z.object({ applied: z.number(), pending: z.number() }),
      lastBackup: age,
      lastTestedRestore: age,
      disk: z.object({ freeBytes: z.number().nullable(), writable: z.boolean() }),
    }),
    statusOf: (answer: { status: string }) => (answer.status === 'well' ? 200 : 503),
    refusals: [],
  },
  search: {
    method: 'GET',
    path: '/api/search',
    summary: 'One search over everything, forgiving of accents, order and typing errors',
    admission: 'anyone',
    query: z.object({
      text: z.string().max(200),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    response: z.object({ items: z.array(searchHit) }),
    refusals: [],
  },
  listImportRuns: {
    method: 'GET',
    path: '/api/import-runs',
    summary: 'What was imported, by whom, and whether it was taken back',
    admission: 'signed-in',
    query: z.object({
      after: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ items: z.array(importRun), next: z.string().nullable() }),
    refusals: ['shared.forbidden'],
  },
});
