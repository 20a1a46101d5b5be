import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import { lists } from './shapes.ts';

const ofInstance = z.object({ instanceId: z.uuid() });
const ofEvidence = z.object({ evidenceId: z.uuid() });
/** Whatever is sent is looked at by its content; what its sender calls it decides nothing. */
const anyMediaType = [
  'application/octet-stream',
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
] as const;

const instanceRefusals = [
  'shared.forbidden',
  'commitments.instance-not-found',
  'commitments.not-found',
  'commitments.not-as-it-stands',
];
const evidenceRefusals = [
  'shared.forbidden',
  'shared.stale',
  'commitments.evidence-not-found',
  'commitments.not-found',
];

const order = z.string().trim().min(3).max(300).describe('The order and who gave it.');
const original = z
  .enum(['kept', 'destroyed'])
  .describe('What the order says of the original: kept, for nobody to open here, or destroyed.');
const striking = {
  method: 'POST',
  admission: 'signed-in',
  deed: 'oversee-agreement',
  params: ofEvidence,
  response: shape.idAndVersion,
  versioned: true,
} as const;

export const evidenceOperations = defineOperations('commitments', {
  uploadEvidenceFile: {
    method: 'POST',
    path: '/api/commitment-instances/{instanceId}/files',
    summary:
      'Sends a file that will be evidence; it is looked at by content, and pictures lose where and how they were taken',
    admission: 'signed-in',
    deed: 'act-for-party',
    params: ofInstance,
    query: z.object({ fileName: z.string().trim().min(1).max(200) }),
    bytes: anyMediaType,
    maximumBytes: 26_000_000,
    response: z.object({ fileId: z.uuid(), mediaType: z.string(), bytes: z.number() }),
    status: 201,
    refusals: [
      ...instanceRefusals,
      'commitments.file-empty',
      'commitments.file-kind',
      'commitments.file-heic',
      'commitments.file-audio',
      'commitments.file-video',
      'commitments.file-locked',
      'commitments.file-damaged',
      'commitments.file-too-large',
    ],
  },
  submitEvidence: {
    method: 'POST',
    path: '/api/commitment-instances/{instanceId}/evidence',
    summary:
      'Hands evidence in: a file that was sent, a link, or what was said; the day counts on which it is handed in',
    admission: 'signed-in',
    deed: 'act-for-party',
    params: ofInstance,
    body: z.strictObject({
      kind: lists.evidenceKind,
      fileId: shape.optionalId,
      link: shape.optionalText(1000),
      note: shape.optionalText(2000),
      quantity: z
        .number()
        .min(0)
        .nullish()
        .transform((value) => value ?? null),
      takenOn: shape.optionalDay,
      containsPersonal: z.boolean().default(false),
      containsMinors: z.boolean().default(false),
      confirmText: shape.confirmText,
    }),
    response: shape.idOnly,
    status: 201,
    refusals: [
      ...instanceRefusals,
      'commitments.incomplete',
      'commitments.file-not-found',
      'actors.personal-in-text',
    ],
  },
  withdrawEvidence: {
    method: 'POST',
    path: '/api/evidence/{evidenceId}/withdrawal',
    summary: 'Takes evidence back that nobody has reviewed yet',
    admission: 'signed-in',
    deed: 'act-for-party',
    params: ofEvidence,
    response: shape.done,
    versioned: true,
    refusals: [...evidenceRefusals, 'commitments.evidence-reviewed', 'commitments.not-as-it-stands'],
  },
  setEvidenceVisibility: {
    method: 'PUT',
    path: '/api/evidence/{evidenceId}/visibility',
    summary: 'Says who may see evidence; where minors appear it is never public',
    admission: 'signed-in',
    deed: 'act-for-party',
    params: ofEvidence,
    body: z.strictObject({ visibility: lists.visibility }),
    response: shape.idAndVersion,
    versioned: true,
    refusals: [
      ...evidenceRefusals,
      'commitments.minors-stay-private',
      'commitments.personal-stays-private',
      'commitments.not-as-it-stands',
    ],
  },
  getEvidenceFile: {
    method: 'GET',
    path: '/api/evidence/{evidenceId}/file',
    summary: 'The file of one piece of evidence, for whoever may see it',
    admission: 'anyone',
    params: ofEvidence,
    response: z.instanceof(Uint8Array),
    file: ['application/octet-stream'],
    refusals: ['commitments.evidence-not-found'],
  },
  replaceEvidenceFileByOrder: {
    ...striking,
    path: '/api/evidence/{evidenceId}/file/replacement',
    summary:
      'Puts a redacted file in the place of that of evidence by an order; the hash of the original stays',
    query: z.object({ order, original, fileName: z.string().trim().min(1).max(200).default('archivo') }),
    bytes: ['application/pdf', 'image/jpeg', 'image/png'],
    maximumBytes: 20_000_000,
    refusals: [
      ...evidenceRefusals,
      'agreement-life.file-not-accepted',
      'agreement-life.file-same',
      'shared.too-large',
    ],
  },
  withdrawEvidenceFileByOrder: {
    ...striking,
    path: '/api/evidence/{evidenceId}/file/withdrawal',
    summary:
      'Takes the file of evidence away by an order: a page that says so stands in its place, with the hash of the original',
    body: z.strictObject({ order, original }),
    refusals: evidenceRefusals,
  },
});
