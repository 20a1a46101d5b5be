import { z } from 'zod';
import { defineOperations } from '../operation.ts';
import * as shape from '../actors/shapes.ts';
import {
  act,
  gate,
  gateKind,
  lifeParty,
  method,
  params,
  reasoned,
  refusals,
  signature,
} from './life-shapes.ts';
import { lists } from './shapes.ts';

const uploads = ['application/pdf', 'image/jpeg', 'image/png'] as const;
const maximumBytes = 20_000_000;
const signingRefusals = [
  ...refusals,
  'agreement-life.not-sealed',
  'agreement-life.text-differs',
  'agreement-life.method-not-sufficient',
  'agreement-life.party-not-found',
  'agreement-life.party-withdrawn',
  'agreement-life.already-signed',
  'agreement-life.office-ended',
  'agreement-life.not-signatory',
  'agreement-life.after-the-end',
];
const onSignature = z.object({ agreementId: z.uuid(), signatureId: z.uuid() });
const fileName = z.string().trim().min(1).max(200).default('archivo');

const uploaded = {
  method: 'POST',
  admission: 'signed-in',
  deed: 'act-for-party',
  params,
  query: z.object({
    partyId: z.uuid(),
    office: z.string().trim().min(3).max(300).describe('The office of whoever signed.'),
    signatoryId: z.uuid().optional().describe('Who signed, out of those who hold an office in the party.'),
    signedOn: shape.day,
    place: z.string().trim().max(200).optional(),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('The hash of the text, as it is printed on the document.'),
    fileName,
  }),
  maximumBytes,
  response: shape.idOnly,
  status: 201,
  refusals: [
    ...signingRefusals,
    'agreement-life.file-not-accepted',
    'agreement-life.incomplete',
    'shared.too-large',
  ],
} as const;

export const signingOperations = defineOperations('agreements', {
  sealAgreement: {
    ...act,
    deed: 'act-for-party',
    path: '/api/agreements/{agreementId}/seal',
    summary: 'Puts the text to signature: from here on it is never edited',
    refusals: [
      ...refusals,
      'agreement-life.sealed',
      'agreement-life.not-confirmed',
      'agreement-life.gate-missing',
      'agreement-life.after-the-end',
    ],
  },
  getSealedText: {
    method: 'GET',
    path: '/api/agreements/{agreementId}/text',
    summary: 'The text that was put to signature, its hash, and who has signed it',
    admission: 'anyone',
    params,
    response: z.object({
      agreement: z.object({ id: z.uuid(), title: z.string(), standing: lists.standing, country: z.string() }),
      number: z.number(),
      hash: z.string(),
      sealedAt: z.string(),
      content: z.unknown(),
      verificationCode: z.string(),
      redaction: z.object({ at: z.string(), order: z.string() }).nullable(),
      methods: z.array(method),
      methodWords: z.string(),
      methodsAreVerified: z.boolean(),
      parties: z.array(lifeParty),
      signatures: z.array(signature),
      yours: z
        .array(z.object({ partyId: z.uuid(), party: z.string(), office: z.string() }))
        .describe('The parties for which whoever asks may sign today, and in which office.'),
      whyNot: z.string().nullable().describe('The sentence that says why whoever asks cannot sign.'),
      asksSecondFactor: z.boolean().describe('Whether a code of the authenticator is asked for too.'),
      version: z.number(),
    }),
    refusals: ['agreements.not-found', 'agreement-life.not-sealed'],
  },
  signAgreement: {
    method: 'POST',
    path: '/api/agreements/{agreementId}/signatures',
    summary: 'Signs the text in the application, in one’s office, after proving again who one is',
    admission: 'signed-in',
    params,
    body: z.strictObject({
      partyId: z.uuid(),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      password: z.string().min(1).max(1000),
      code: shape.optionalText(20).describe('The code of the authenticator, where there is one.'),
      place: shape.optionalText(200),
    }),
    response: shape.idOnly,
    status: 201,
    refusals: [
      ...signingRefusals,
      'access.wrong-password',
      'access.wrong-code',
      'access.too-many-attempts',
      'access.session-required',
      'agreement-life.code-required',
    ],
  },
  registerInkSignature: {
    ...uploaded,
    path: '/api/agreements/{agreementId}/ink-signatures',
    summary: 'Registers a signature on paper with its scan; a second person confirms it',
    bytes: uploads,
  },
  attachSignedPdf: {
    ...uploaded,
    path: '/api/agreements/{agreementId}/pdf-signatures',
    summary: 'Registers a PDF signed elsewhere, whose signature is checked; a second person confirms it',
    bytes: ['application/pdf'],
    refusals: [
      ...uploaded.refusals,
      'agreement-life.no-signature-in-file',
      'agreement-life.signature-broken',
    ],
  },
  confirmSignature: {
    method: 'POST',
    path: '/api/agreements/{agreementId}/signatures/{signatureId}/confirmation',
    summary: 'Says that a scan or PDF is of this very text; never by whoever registered it',
    admission: 'signed-in',
    params: onSignature,
    body: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    response: shape.done,
    refusals: [
      ...refusals,
      'agreement-life.signature-not-found',
      'agreement-life.signature-decided',
      'agreement-life.same-person',
      'agreement-life.same-party',
      'agreement-life.text-differs',
    ],
  },
  withdrawSignature: {
    method: 'POST',
    path: '/api/agreements/{agreementId}/signatures/{signatureId}/withdrawal',
    summary: 'Takes a signature back as long as not everybody has signed',
    admission: 'signed-in',
    params: onSignature,
    body: z.strictObject(reasoned),
    response: shape.done,
    refusals: [...refusals, 'agreement-life.signature-not-found', 'agreement-life.signature-decided'],
  },
  getSignatureFile: {
    method: 'GET',
    path: '/api/agreements/{agreementId}/signatures/{signatureId}/file',
    summary: 'The scan or PDF of a signature',
    admission: 'signed-in',
    params: onSignature,
    response: z.unknown(),
    file: uploads,
    refusals: ['agreements.not-found', 'agreement-life.file-not-found'],
  },
  recordEffectGate: {
    ...act,
    deed: 'act-for-party',
    path: '/api/agreements/{agreementId}/effect-gates',
    summary: 'Records what a registry, gazette or comptroller answered: what a signed agreement waits for',
    body: z.strictObject({
      kind: gateKind,
      body: z.string().trim().min(3).max(300).describe('Who answered.'),
      reference: shape.optionalText(300),
      on: shape.day,
      result: lists.gateResult,
      note: shape.optionalText(1000),
    }),
    refusals: [...refusals, 'agreement-life.gate-not-awaited', 'agreement-life.incomplete'],
  },
  verifyDocument: {
    method: 'GET',
    path: '/api/verifications/{code}',
    summary: 'Whether a document is what it says: by the code that it carries',
    admission: 'anyone',
    params: z.object({ code: z.string().min(4).max(40) }),
    response: z.object({
      title: z.string(),
      number: z.string().nullable(),
      country: z.string(),
      isExample: z.boolean(),
      agreementId: z.uuid().nullable().describe('Its page, where it is public.'),
      parties: z.array(z.string()),
      textNumber: z.number(),
      hash: z.string(),
      sealedAt: z.string(),
      isUnchanged: z.boolean().describe('Whether the text on record still has this hash.'),
      redactedBy: z.string().nullable().describe('The order by which passages were struck out.'),
      signatures: z.array(
        z.object({
          party: z.string(),
          office: z.string(),
          method,
          signedOn: z.string(),
          isGood: z.boolean(),
          file: z
            .object({ originalHash: z.string(), redactedBy: z.string().nullable(), isWithdrawn: z.boolean() })
            .nullable()
            .describe(
              'The scan or PDF of a signature given elsewhere: its hash as it was sent, and the order that replaced it.',
            ),
        }),
      ),
      standing: lists.standing.describe('How it stands today.'),
      effectiveOn: z.string().nullable(),
      endsOn: z.string().nullable(),
      gates: z.array(gate),
    }),
    refusals: ['agreement-life.code-not-found'],
  },
  redactAgreement: {
    ...act,
    deed: 'oversee-agreement',
    path: '/api/agreements/{agreementId}/redaction',
    summary: 'Strikes passages out of a signed text by an order; the hash of the original stays',
    body: z.strictObject({
      order: z.string().trim().min(3).max(300).describe('The order and who gave it.'),
      passages: z
        .array(z.object({ text: z.string().min(2).max(2000) }))
        .min(1)
        .max(50),
    }),
    refusals: [...refusals, 'agreement-life.not-sealed', 'agreement-life.passage-not-found'],
  },
});
