import { z } from 'zod';
import * as shape from '../actors/shapes.ts';
import { defineOperations } from '../operation.ts';
import * as reports from './shapes.ts';

const files = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;

const about = {
  kind: reports.kind.default('national'),
  territory: shape.territoryReference,
  organisation: z.uuid().optional().describe('Of an institution’s account: whose.'),
  audience: reports.audience.default('public'),
  language: reports.language.optional(),
};
const refusals = [
  'shared.forbidden',
  'actors.territory-not-found',
  'reports.not-a-quarter',
  'reports.needs-organisation',
  'reports.not-the-country',
];

/** Documents made of figures. */
export const reportsOperations = defineOperations('reports', {
  draftBulletin: {
    method: 'GET',
    path: '/api/bulletins/draft',
    summary: 'A report with the figures of this moment, as blocks, PDF or DOCX; nothing is kept',
    admission: 'anyone',
    query: z.object({ ...about, quarter: reports.quarter.optional(), format: reports.format }),
    response: reports.told.extend({ abilities: shape.abilities }),
    orFile: files,
    refusals: ['shared.signed-out', ...refusals],
  },
  keepBulletin: {
    method: 'POST',
    path: '/api/bulletins',
    summary: 'Keeps a report as it is now, with a hash and a code to check it by',
    admission: 'signed-in',
    deed: 'review-figures',
    body: z.strictObject({ ...about, quarter: reports.quarter.optional() }),
    response: shape.idOnly.extend({ code: z.string(), hash: z.string() }),
    status: 201,
    refusals,
  },
  listBulletins: {
    method: 'GET',
    path: '/api/bulletins',
    summary: 'Kept reports, the last first; internal ones for those who coordinate there',
    admission: 'anyone',
    query: z.object({
      territory: shape.territoryReference.optional(),
      kind: reports.kind.optional(),
      ...shape.pageQuery,
    }),
    response: shape.page(reports.kept).extend({ abilities: shape.abilities }),
    refusals: ['actors.territory-not-found'],
  },
  getBulletin: {
    method: 'GET',
    path: '/api/bulletins/{bulletin}',
    summary: 'A kept report as it was kept, as blocks, PDF or DOCX',
    admission: 'anyone',
    params: z.object({ bulletin: z.uuid() }),
    query: z.object({ format: reports.format }),
    response: reports.told.extend({
      id: z.uuid(),
      code: z.string(),
      hash: z.string(),
      madeAt: z.string(),
      isScheduled: z.boolean(),
    }),
    orFile: files,
    refusals: ['reports.not-found'],
  },
  verifyBulletin: {
    method: 'GET',
    path: '/api/bulletin-codes/{code}',
    summary: 'What the code on a report leads to: which report it is, and whether its content is unchanged',
    admission: 'anyone',
    params: z.object({ code: z.string().trim().min(4).max(40) }),
    response: z.object({
      id: z.uuid().nullable().describe('Of what is public: to be opened.'),
      title: z.string(),
      kind: reports.kind,
      audience: reports.audience,
      quarter: z.string(),
      country: z.string(),
      hash: z.string(),
      isUnchanged: z.boolean(),
      isExample: z.boolean(),
      madeAt: z.string(),
    }),
    refusals: ['reports.code-not-found'],
  },
  listBulletinSchedules: {
    method: 'GET',
    path: '/api/bulletin-schedules',
    summary:
      'Reports that are made by themselves after every quarter, where whoever asks answers for figures',
    admission: 'signed-in',
    response: z.object({ items: z.array(reports.schedule) }),
    refusals: [],
  },
  scheduleBulletin: {
    method: 'POST',
    path: '/api/bulletin-schedules',
    summary: 'Orders a report for every quarter; its link goes by mail to whoever orders it',
    admission: 'signed-in',
    deed: 'review-figures',
    body: z.strictObject({ ...about, daysAfter: z.number().int().min(1).max(85) }),
    response: shape.idOnly,
    status: 201,
    refusals: [...refusals, 'reports.already-scheduled'],
  },
  endBulletinSchedule: {
    method: 'DELETE',
    path: '/api/bulletin-schedules/{schedule}',
    summary: 'Ends an order: what was made stays',
    admission: 'signed-in',
    deed: 'review-figures',
    params: z.object({ schedule: z.uuid() }),
    response: shape.done,
    refusals: ['shared.forbidden', 'reports.schedule-not-found'],
  },
});
