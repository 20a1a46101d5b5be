import { z } from 'zod';
import { clauseTypes, templateSchema } from '#domain/agreements/template-schema.ts';
import { comparisonDimensions } from '#domain/agreements/template-places.ts';
import * as shape from '../actors/shapes.ts';
import { defineOperations } from '../operation.ts';

const documents = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/pdf',
] as const;
const document = {
  method: 'GET',
  admission: 'anyone',
  params: z.object({ agreementId: z.uuid() }),
  response: z.unknown(),
  file: documents,
} as const;
const format = z.enum(['pdf', 'docx']).default('pdf');

const both = z.object({ es: z.string(), en: z.string() });
const templateId = z.string().trim().min(2).max(100);

const templateLine = z.object({
  id: z.string(),
  country: z.string(),
  kind: templateSchema.shape.kind,
  isEngine: z
    .boolean()
    .describe('An agreement’s life can follow it; otherwise it is a library of clauses to learn from.'),
  number: z.number(),
  title: both,
  summary: both,
  nativeName: z.string(),
  clauses: z.number(),
});
const use = z.enum(['required', 'recommended', 'optional', 'unused']);

export const documentsOperations = defineOperations('agreements', {
  listTemplates: {
    method: 'GET',
    path: '/api/agreement-templates',
    summary: 'The instruments of cooperation that there are, engines before libraries',
    admission: 'anyone',
    query: z.object({ country: z.string().length(2).toUpperCase().optional() }),
    response: z.object({ items: z.array(templateLine) }),
    refusals: [],
  },
  getTemplate: {
    method: 'GET',
    path: '/api/agreement-templates/{templateId}',
    summary: 'An instrument: its clauses, term, gates and signature, each with what it rests on',
    admission: 'anyone',
    params: z.object({ templateId }),
    response: templateSchema,
    refusals: ['documents.template-not-found'],
  },
  compareTemplates: {
    method: 'GET',
    path: '/api/agreement-templates/comparison',
    summary: 'Two instruments side by side, by dimension and by type of clause',
    admission: 'anyone',
    query: z.object({ a: templateId, b: templateId }),
    response: z.object({
      a: templateLine,
      b: templateLine,
      dimensions: z.array(z.object({ dimension: z.enum(comparisonDimensions), a: both, b: both })),
      clauses: z.array(z.object({ type: z.enum(clauseTypes), a: use, b: use })),
    }),
    refusals: ['documents.template-not-found'],
  },
  getAgreementDocument: {
    ...document,
    path: '/api/agreements/{agreementId}/document',
    summary: 'An agreement as a document to edit (DOCX) or to read and sign (tagged PDF)',
    query: z.object({
      format,
      text: z
        .enum(['latest', 'sealed', 'draft'])
        .default('latest')
        .describe('The text put to signature, the working draft, or the first where there is one.'),
    }),
    refusals: ['agreements.not-found', 'documents.template-not-found', 'documents.not-sealed'],
  },
  getAgreementSummary: {
    ...document,
    path: '/api/agreements/{agreementId}/summary',
    summary: 'An agreement on one page: what for, who, where, how it stands, what is due',
    query: z.object({ format }),
    refusals: ['agreements.not-found', 'documents.template-not-found'],
  },
  getComplianceCertificate: {
    ...document,
    path: '/api/agreements/{agreementId}/certificate',
    summary: 'What was due under an agreement in a period, how it was kept, and the arithmetic',
    query: z.object({
      format,
      from: shape.day.optional().describe('A year before the end, unless said.'),
      to: shape.day.optional().describe('Today, unless said.'),
    }),
    refusals: [
      'agreements.not-found',
      'documents.template-not-found',
      'documents.period-reversed',
      'actors.territory-not-found',
    ],
  },
});
