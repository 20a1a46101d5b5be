import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';

const params = z.object({ agreementId: z.uuid() });
const anyMediaType = [
  'application/octet-stream',
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
] as const;

/** What a paper that is attached has in common: it is looked at by content as evidence is, kept for the parties, and never replaced. */
const attaching = {
  method: 'POST',
  admission: 'signed-in',
  deed: 'act-for-party',
  query: z.object({ fileName: z.string().trim().min(1).max(200) }),
  bytes: anyMediaType,
  maximumBytes: 26_000_000,
  response: shape.idOnly,
  status: 201,
} as const;
const refusals = [
  'shared.forbidden',
  'agreements.not-found',
  'agreements.has-file',
  'commitments.file-empty',
  'commitments.file-kind',
  'commitments.file-heic',
  'commitments.file-audio',
  'commitments.file-video',
  'commitments.file-locked',
  'commitments.file-damaged',
  'commitments.file-too-large',
];

export const paperOperations = defineOperations('agreements', {
  attachApprovalFile: {
    ...attaching,
    params: params.extend({ approvalId: z.uuid() }),
    path: '/api/agreements/{agreementId}/approvals/{approvalId}/file',
    summary: 'Keeps the paper of an approving act: the council’s agreement, the minister’s resolution',
    refusals: [...refusals, 'agreements.approval-not-found', 'agreements.party-not-found'],
  },
  attachGateFile: {
    ...attaching,
    params: params.extend({ gateId: z.uuid() }),
    path: '/api/agreements/{agreementId}/gates/{gateId}/file',
    summary:
      'Keeps the paper of what was done outside the text: a consultation, a countersignature, an entry in a registry',
    refusals: [...refusals, 'agreements.gate-not-found'],
  },
  getAgreementPaper: {
    method: 'GET',
    path: '/api/agreements/{agreementId}/papers/{fileId}',
    summary:
      'A paper of an approving act, of a procedure, of a session, or as it was registered, for whoever may see it',
    admission: 'anyone',
    params: params.extend({ fileId: z.uuid() }),
    response: z.instanceof(Uint8Array),
    file: ['application/octet-stream'],
    refusals: ['agreements.file-not-found'],
  },
});
