import { z } from 'zod';
import { isDay } from '#domain/shared/dates.ts';
import { defineOperations } from './operation.ts';

const day = z.string().refine(isDay).describe('A day, 2026-11-23.');
const territory = z
  .string()
  .regex(/^[A-Z]{2}(-[0-9A-Za-z][0-9A-Za-z.-]{0,19})?$/)
  .describe('A country ("PA") or a territory of it ("PA-0810"), with everything under it.');
const subjectKind = z.string().regex(/^[a-z][a-z-]{0,40}$/);
const subjectId = z.string().min(1).max(100);
const entryId = z
  .string()
  .regex(/^([0-9a-f-]{36}|installation)\.[1-9][0-9]{0,15}$/)
  .describe('The chain and the place in it.');

const change = z.object({
  field: z.string(),
  state: z.enum(['open', 'erased', 'hidden']).describe('erased: for good; hidden: not for whoever asks.'),
  before: z.unknown(),
  after: z.unknown(),
});

const entry = z.object({
  id: entryId,
  at: z.string(),
  actor: z.object({
    kind: z.enum(['visitor', 'account', 'installation']),
    accountId: z.uuid().nullable(),
    name: z.string().nullable(),
    via: z.enum(['session', 'token']).nullable(),
  }),
  operation: z.string(),
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
  territory: z.object({ reference: z.string(), name: z.string() }),
  organisation: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  changes: z.array(change),
});

const filters = {
  who: z.string().trim().min(2).max(100).optional().describe('Part of a name or user name.'),
  account: z.uuid().optional(),
  operation: z.string().max(80).optional(),
  subjectKind: subjectKind.optional(),
  subjectId: subjectId.optional(),
  organisation: z.uuid().optional(),
  territory: territory.optional(),
  from: day.optional(),
  to: day.optional().describe('The last day, included.'),
  text: z.string().trim().min(2).max(100).optional().describe('In what changed; not in what is sealed.'),
};

const pages = {
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};
const page = z.object({ items: z.array(entry), next: z.string().nullable() });

/** Who did what, when, and what changed. */
export const auditOperations = defineOperations('audit', {
  listAuditEntries: {
    method: 'GET',
    path: '/api/audit-entries',
    summary: 'What was done, newest first: in the territories that one may audit, and by oneself',
    admission: 'signed-in',
    deed: 'read-audit',
    query: z.object({ ...filters, ...pages }),
    response: page,
    refusals: ['shared.signed-out', 'shared.invalid'],
  },
  exportAuditEntries: {
    method: 'GET',
    path: '/api/audit-export',
    summary: 'The same as a file; the export is itself recorded',
    admission: 'signed-in',
    deed: 'read-audit',
    query: z.object({ ...filters, format: z.enum(['csv', 'xlsx']).default('xlsx') }),
    response: z.unknown(),
    file: ['text/csv; charset=utf-8', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    refusals: ['shared.signed-out', 'shared.forbidden', 'audit.too-many-to-export'],
  },
  getAuditEntry: {
    method: 'GET',
    path: '/api/audit-entries/{entryId}',
    summary: 'One entry, with its hashes',
    admission: 'signed-in',
    deed: 'read-audit',
    params: z.object({ entryId }),
    response: entry.extend({ requestId: z.string(), hash: z.string(), previousHash: z.string() }),
    refusals: ['shared.signed-out', 'audit.not-found'],
  },
  getHistory: {
    method: 'GET',
    path: '/api/history/{subjectKind}/{subjectId}',
    summary: 'What was done to one thing, newest first, as far as whoever asks may audit',
    admission: 'signed-in',
    deed: 'read-audit',
    params: z.object({ subjectKind, subjectId }),
    query: z.object(pages),
    response: page,
    refusals: ['shared.signed-out', 'shared.invalid'],
  },
  redactAuditText: {
    method: 'POST',
    path: '/api/audit-redactions',
    summary: 'Erase what was typed freely in all entries about one thing, for good',
    description:
      'For a name that should never have been written. Correct the thing itself first. The chain still verifies.',
    admission: 'signed-in',
    deed: 'erase',
    body: z.object({ subjectKind, subjectId, reason: z.string().trim().min(3).max(500) }),
    response: z.object({ erased: z.number().int() }),
    refusals: [
      'shared.signed-out',
      'shared.forbidden',
      'audit.not-found',
      'audit.may-not-redact',
      'audit.nothing-to-redact',
    ],
  },
});
