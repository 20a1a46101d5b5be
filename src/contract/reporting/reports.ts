import { z } from 'zod';
import * as shape from '../actors/shapes.ts';
import { defineOperations } from '../operation.ts';
import { computed, reportView } from './report-view.ts';
import { answers, check, reasons } from './shapes.ts';

const params = z.object({ report: z.uuid() });
export const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What every deed upon a report has in common: it is done to the version that was seen. */
const onReport = {
  method: 'POST',
  admission: 'signed-in',
  params,
  response: shape.idAndVersion,
  versioned: true,
} as const;
const deedRefusals = [
  'shared.forbidden',
  'shared.stale',
  'reporting.report-not-found',
  'reporting.not-as-it-stands',
];

/** What saving answers says: how many changed, and what is now questioned. */
export const saved = z.object({
  saved: z.number(),
  unchanged: z.number(),
  answers: z.array(z.object({ cell: z.string(), version: z.number().nullable() })),
  checks: z.array(check),
  computed: z.array(computed.extend({ item: z.string() })).describe('What is worked out, as it is now.'),
  version: z.number(),
});
export const savingRefusals = [
  'reporting.not-open',
  'reporting.not-as-it-stands',
  'reporting.answer-changed',
  'reporting.answer-faults',
];
export const uploadRefusals = [
  'shared.unsupported-media',
  'shared.too-large',
  'reporting.not-open',
  'reporting.not-as-it-stands',
  'reporting.not-a-template',
  'reporting.template-of-another',
  'reporting.template-outdated',
  'reporting.template-problems',
];
export const upload = z.object({
  saved: z.number(),
  unchanged: z.number(),
  blank: z.number(),
  version: z.number(),
});

export const reportOperations = defineOperations('reporting', {
  getReport: {
    method: 'GET',
    path: '/api/cycle-reports/{report}',
    summary: 'One report: what is asked, what was answered, what is questioned, and who decides next',
    admission: 'signed-in',
    params,
    response: reportView,
    refusals: ['reporting.report-not-found'],
  },
  saveReportAnswers: {
    method: 'POST',
    path: '/api/cycle-reports/{report}/answers',
    summary: 'Saves answers as they are typed, each with its own version',
    admission: 'signed-in',
    deed: 'report-figures',
    params,
    body: z.strictObject({ answers }),
    response: saved,
    refusals: ['shared.forbidden', 'reporting.report-not-found', ...savingRefusals],
  },
  sendReport: {
    ...onReport,
    path: '/api/cycle-reports/{report}/sending',
    summary: 'Sends a report to be approved; what is questioned goes with a reason',
    deed: 'report-figures',
    body: z.strictObject({ reasons }),
    refusals: [...deedRefusals, 'reporting.not-open', 'reporting.checks-remain'],
  },
  returnReport: {
    ...onReport,
    path: '/api/cycle-reports/{report}/return',
    summary:
      'Returns a report with remarks on the very figures; what it said is taken back until it is corrected',
    deed: 'review-figures',
    body: z.strictObject({
      reason: shape.optionalText(1000),
      remarks: z
        .array(
          z.strictObject({ cell: z.string().min(1).max(200), remark: z.string().trim().min(3).max(1000) }),
        )
        .max(200)
        .default([]),
      confirmText: shape.confirmText,
    }),
    refusals: [
      ...deedRefusals,
      'reporting.not-yours-to-decide',
      'reporting.answer-faults',
      'actors.personal-in-text',
    ],
  },
  approveReport: {
    ...onReport,
    path: '/api/cycle-reports/{report}/approval',
    summary: 'Approves a report at its next step; after the last its figures are final and it is locked',
    deed: 'review-figures',
    refusals: [...deedRefusals, 'reporting.not-yours-to-decide', 'reporting.own-approval'],
  },
  reopenReport: {
    ...onReport,
    path: '/api/cycle-reports/{report}/reopening',
    summary:
      'Opens an approved report again, with the reason; its figures are provisional until they are approved anew',
    deed: 'review-figures',
    body: z.strictObject({ reason: shape.reason, confirmText: shape.confirmText }),
    refusals: [...deedRefusals, 'reporting.not-yours-to-decide', 'actors.personal-in-text'],
  },
  getReportTemplate: {
    method: 'GET',
    path: '/api/cycle-reports/{report}/template',
    summary: 'A workbook of one report, to be filled in without a connection',
    admission: 'signed-in',
    params,
    response: z.unknown(),
    file: [workbook],
    refusals: ['reporting.report-not-found'],
  },
  uploadReport: {
    method: 'POST',
    path: '/api/cycle-reports/{report}/upload',
    summary: 'Takes a filled workbook in: all of its answers or none, with every problem by its cell',
    admission: 'signed-in',
    deed: 'report-figures',
    params,
    query: z.object({ fileName: z.string().trim().min(1).max(200).default('archivo') }),
    bytes: [workbook],
    maximumBytes: 5_000_000,
    response: upload,
    refusals: ['shared.forbidden', 'reporting.report-not-found', ...uploadRefusals],
  },
});
