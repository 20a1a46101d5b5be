import { z } from 'zod';
import * as shape from '../actors/shapes.ts';
import { defineOperations } from '../operation.ts';
import { saved, savingRefusals, upload, uploadRefusals, workbook } from './reports.ts';
import { reportView } from './report-view.ts';
import { answers, reasons } from './shapes.ts';

const secret = z.string().min(20).max(100);
const linkRefusals = ['reporting.link-not-found', 'reporting.link-spent'];

export const linkOperations = defineOperations('reporting', {
  listReportLinks: {
    method: 'GET',
    path: '/api/cycle-reports/{report}/links',
    summary: 'The one-time links that were given for a report, without their secrets',
    admission: 'signed-in',
    params: z.object({ report: z.uuid() }),
    response: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          addressee: z.string(),
          createdAt: z.string(),
          expiresAt: z.string(),
          standing: z.enum(['open', 'used', 'revoked', 'expired']),
        }),
      ),
    }),
    refusals: ['shared.forbidden', 'reporting.report-not-found'],
  },
  createReportLink: {
    method: 'POST',
    path: '/api/cycle-reports/{report}/links',
    summary: 'Makes a one-time link by which an office without an account fills one report in',
    admission: 'signed-in',
    deed: 'report-figures',
    params: z.object({ report: z.uuid() }),
    body: z.strictObject({
      addressee: shape.line(200).describe('The office it is given to, never a person’s name.'),
      days: z.number().int().min(1).max(60).default(14),
      email: z
        .email()
        .max(200)
        .nullish()
        .transform((value) => value ?? null)
        .describe('Where the link and the blank workbook go, where this installation can send mail.'),
    }),
    response: z.object({
      id: z.uuid(),
      link: z.string(),
      expiresAt: z.string(),
      isMailed: z.boolean().describe('False: nobody was written to; the link has to be handed over.'),
    }),
    status: 201,
    secret: true,
    refusals: ['shared.forbidden', 'reporting.report-not-found', 'reporting.not-as-it-stands'],
  },
  revokeReportLink: {
    method: 'POST',
    path: '/api/report-links/{link}/revocation',
    summary: 'Makes a one-time link worthless',
    admission: 'signed-in',
    deed: 'report-figures',
    params: z.object({ link: z.uuid() }),
    response: shape.done,
    refusals: ['shared.forbidden', 'reporting.link-not-found'],
  },
  enterByReportLink: {
    method: 'POST',
    path: '/api/report-links/use',
    summary: 'The one report that a link opens',
    admission: 'anyone',
    body: z.strictObject({ secret }),
    response: reportView,
    refusals: linkRefusals,
  },
  useReportLinkToSave: {
    method: 'POST',
    path: '/api/report-links/use/answers',
    summary: 'Saves answers of the report that a link opens',
    admission: 'anyone',
    body: z.strictObject({ secret, answers }),
    response: saved,
    refusals: [...linkRefusals, ...savingRefusals],
  },
  useReportLinkToSend: {
    method: 'POST',
    path: '/api/report-links/use/sending',
    summary: 'Sends the report that a link opens, and uses the link up',
    admission: 'anyone',
    body: z.strictObject({ secret, reasons }),
    response: shape.done,
    refusals: [
      ...linkRefusals,
      'reporting.not-open',
      'reporting.not-as-it-stands',
      'reporting.checks-remain',
    ],
  },
  useReportLinkForTemplate: {
    method: 'GET',
    path: '/api/report-links/use/template',
    summary: 'The workbook of the report that a link opens',
    admission: 'anyone',
    query: z.object({ secret }),
    response: z.unknown(),
    file: [workbook],
    refusals: linkRefusals,
  },
  useReportLinkToUpload: {
    method: 'POST',
    path: '/api/report-links/use/upload',
    summary: 'Takes the filled workbook of the report that a link opens in',
    admission: 'anyone',
    query: z.object({ secret, fileName: z.string().trim().min(1).max(200).default('archivo') }),
    bytes: [workbook],
    maximumBytes: 5_000_000,
    response: upload,
    refusals: [...linkRefusals, ...uploadRefusals],
  },
});
