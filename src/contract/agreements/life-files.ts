import { z } from 'zod';
import { fileOrder } from '../commitments/shapes.ts';
import { defineOperations } from '../operation.ts';
import { act, refusals } from './life-shapes.ts';

const params = z.object({ agreementId: z.uuid(), fileId: z.uuid() });
const order = z.string().trim().min(3).max(300).describe('The order and who gave it.');
const original = z
  .enum(['kept', 'destroyed'])
  .describe('What the order says of the original: kept, for nobody to open here, or destroyed.');
const striking = { ...act, params, deed: 'oversee-agreement' } as const;
const strikingRefusals = [...refusals, 'agreement-life.file-not-found'];

/** The papers of an agreement, and what an order makes of them. */
export const orderedFileOperations = defineOperations('agreements', {
  listAgreementFiles: {
    method: 'GET',
    path: '/api/agreements/{agreementId}/files',
    summary: 'The papers of an agreement that whoever asks may see: scans, signed PDFs, approvals, minutes',
    admission: 'anyone',
    params: z.object({ agreementId: z.uuid() }),
    response: z.object({
      agreement: z.object({ id: z.uuid(), title: z.string(), country: z.string(), example: z.boolean() }),
      files: z.array(
        z.object({
          id: z.uuid(),
          of: z.enum(['approval', 'gate', 'session', 'signature', 'registered']),
          subjectId: z.uuid(),
          party: z.string().nullable().describe('Of a signature or approval: whose it is.'),
          name: z.string(),
          mediaType: z.string(),
          size: z.number().describe('In bytes.'),
          isPublic: z.boolean(),
          hash: z.string().describe('Of what can be read now.'),
          originalHash: z.string().describe('Of what was first sent; it stays whatever an order says.'),
          redaction: fileOrder.nullable(),
        }),
      ),
      mayStrike: z.boolean(),
      version: z.number(),
    }),
    refusals: ['agreements.not-found'],
  },
  replaceFileByOrder: {
    ...striking,
    path: '/api/agreements/{agreementId}/files/{fileId}/replacement',
    summary: 'Puts a redacted file in the place of a paper by an order; the hash of the original stays',
    query: z.object({ order, original, fileName: z.string().trim().min(1).max(200).default('archivo') }),
    bytes: ['application/pdf', 'image/jpeg', 'image/png'],
    maximumBytes: 20_000_000,
    refusals: [
      ...strikingRefusals,
      'agreement-life.file-not-accepted',
      'agreement-life.file-same',
      'shared.too-large',
    ],
  },
  withdrawFileByOrder: {
    ...striking,
    path: '/api/agreements/{agreementId}/files/{fileId}/withdrawal',
    summary:
      'Takes a paper away by an order: a page that says so stands in its place, with the hash of the original',
    body: z.strictObject({ order, original }),
    refusals: strikingRefusals,
  },
});
