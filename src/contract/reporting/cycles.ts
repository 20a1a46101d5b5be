import { z } from 'zod';
import * as shape from '../actors/shapes.ts';
import { defineOperations } from '../operation.ts';
import { cycleSummary, lists } from './shapes.ts';

const params = z.object({ cycle: z.uuid() });

const subjects = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('level'), level: z.number().int().min(0).max(6) }),
  z.strictObject({
    kind: z.literal('territories'),
    references: z.array(shape.territoryReference).min(1).max(2000),
  }),
  z.strictObject({ kind: z.literal('organisations'), ids: z.array(z.uuid()).min(1).max(500) }),
  z.strictObject({ kind: z.literal('agreement'), id: z.uuid() }),
]);

const line = z.object({
  id: z.uuid(),
  territory: shape.place,
  holder: z.string().nullable(),
  standing: lists.standing,
  step: z.number(),
  steps: z.number(),
  firstSentOn: z.string().nullable(),
  daysLate: z.number(),
  answered: z.number(),
  cells: z.number(),
});

const mine = z.object({
  id: z.uuid(),
  title: z.string(),
  territory: shape.place,
  holder: z.string().nullable(),
  standing: lists.standing,
  dueOn: z.string(),
  daysLate: z.number(),
  isToReview: z.boolean().describe('It waits for whoever asks to approve or return it.'),
});

export const cycleOperations = defineOperations('reporting', {
  listReportCycles: {
    method: 'GET',
    path: '/api/report-cycles',
    summary: 'Reporting cycles, and before them the reports that whoever asks must fill in or review',
    admission: 'signed-in',
    query: z.object({ territory: shape.territoryReference.optional(), ...shape.pageQuery }),
    response: shape.page(cycleSummary).extend({ mine: z.array(mine), abilities: shape.abilities }),
    refusals: ['actors.territory-not-found'],
  },
  getReportCycle: {
    method: 'GET',
    path: '/api/report-cycles/{cycle}',
    summary: 'A cycle with who has reported, who is late, and what was approved, as it stands now',
    admission: 'signed-in',
    params,
    response: cycleSummary.extend({
      reports: z.array(line),
      abilities: shape.abilities,
      version: z.number(),
    }),
    refusals: ['reporting.cycle-not-found'],
  },
  openReportCycle: {
    method: 'POST',
    path: '/api/report-cycles',
    summary: 'Asks territories, institutions or the parties of an agreement to report on a period',
    admission: 'signed-in',
    deed: 'edit-indicator',
    body: z.strictObject({
      form: z.uuid(),
      title: shape.title(200),
      territory: shape.territoryReference.describe('Within which those who report lie.'),
      period: z.string().trim().max(20).describe('2026-09, 2026-Q3, 2026-S2 or 2026.'),
      subjects,
      opensOn: shape.day,
      dueOn: shape.day,
      graceDays: z.number().int().min(0).max(90).default(0),
      showsProvisional: z
        .boolean()
        .default(true)
        .describe('Whether what was sent counts before all have approved it, as provisional.'),
    }),
    response: shape.idAndVersion.extend({ reports: z.number() }),
    status: 201,
    refusals: [
      'shared.forbidden',
      'actors.territory-not-found',
      'reporting.form-not-found',
      'reporting.cycle-faults',
      'reporting.cycle-twice',
    ],
  },
  updateReportCycle: {
    method: 'PUT',
    path: '/api/report-cycles/{cycle}',
    summary: 'Gives a cycle more time, another name, or closes it',
    admission: 'signed-in',
    deed: 'edit-indicator',
    params,
    body: z.strictObject({
      title: shape.title(200),
      dueOn: shape.day,
      graceDays: z.number().int().min(0).max(90),
      isClosed: z.boolean(),
    }),
    response: shape.idAndVersion,
    versioned: true,
    refusals: ['shared.forbidden', 'shared.stale', 'reporting.cycle-not-found', 'reporting.cycle-faults'],
  },
});
