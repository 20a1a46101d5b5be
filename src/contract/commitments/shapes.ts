import { z } from 'zod';
import { affectedGroups } from '#domain/diagnosis/vocabulary.ts';
import { commitmentActs, instanceActs } from '#domain/commitments/acts.ts';
import { commitmentFields } from '#domain/commitments/commitment.ts';
import {
  commitmentOrigins,
  commitmentStandings,
  evidenceKinds,
  evidenceVisibilities,
  instanceStates,
  reviews,
} from '#domain/commitments/vocabulary.ts';
import { wordingParts } from '#domain/commitments/wording-score.ts';
import { rungHolders, rungs } from '#domain/inbox/breach-ladder.ts';
import * as shape from '../actors/shapes.ts';

/** What an order made of a file, whatever it is the paper of. */
export const fileOrder = z.object({
  order: z.string(),
  at: z.string(),
  isWithdrawn: z.boolean().describe('A page that says so stands in its place.'),
  isOriginalKept: z.boolean(),
});

/** Closed lists, as the API names them. */
export const lists = {
  standing: z.enum(commitmentStandings),
  state: z.enum(instanceStates),
  tone: z.enum(['fulfilled', 'on-time', 'at-risk', 'late', 'not-applicable']),
  evidenceKind: z.enum(evidenceKinds),
  visibility: z.enum(evidenceVisibilities),
  review: z.enum(reviews),
  origin: z.enum(commitmentOrigins),
  part: z.enum(wordingParts),
  field: z.enum(commitmentFields),
  act: z.enum([...commitmentActs, ...instanceActs]),
} as const;

const partyKind = z.enum(['organisation', 'structure']);
export const partyRef = z.strictObject({ kind: partyKind, id: z.uuid() });
const optionalParty = partyRef.nullish().transform((value) => value ?? null);
const optionalNumber = (schema: z.ZodNumber) => schema.nullish().transform((value) => value ?? null);

/** What is sent of a commitment beside who owes it: it needs what, by when and how proved; the rest can come later. */
export const written = {
  what: z.string().trim().min(3).max(1000).describe('What will be done, with a verb of doing and how much.'),
  obligor: partyRef.describe('Who owes it and answers for it.'),
  coObliged: z.array(partyRef).max(20).default([]).describe('Who owes it too.'),
  beneficiary: optionalParty.describe('For whom; verifies unless another is named.'),
  verifier: optionalParty.describe('Who verifies; never of the side that owes.'),
  responsibleOffice: shape.optionalText(200).describe('The office that does it, never a person’s name.'),
  proof: z.string().trim().min(3).max(500).describe('How one will know.'),
  unit: shape.optionalText(100),
  quantity: optionalNumber(z.number().min(0)),
  targetGroups: z.array(z.enum(affectedGroups)).max(affectedGroups.length).default([]),
  targetSize: optionalNumber(z.number().int().min(0)),
  startsOn: shape.optionalDay,
  dueOn: shape.day.describe('When it falls due, or falls due first.'),
  recurrence: shape.optionalText(300).describe('An RRULE: FREQ=MONTHLY;COUNT=12.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullish()
    .transform((value) => value ?? null),
  cash: optionalNumber(z.number().min(0)),
  staffDays: optionalNumber(z.number().min(0)),
  inKind: shape.optionalText(500),
  weight: z.number().positive().max(1000).default(1),
  poaCode: shape.optionalText(100),
  place: shape.territoryReference
    .nullish()
    .transform((value) => value ?? null)
    .describe('Where it is done.'),
  needId: shape.optionalId,
  noNeedReason: shape.optionalText(500).describe('Why it answers no registered need.'),
  threadId: shape.optionalId.describe('The line of the strategy, through its versions.'),
  confirmText: shape.confirmText,
};

/** A row of the sheet: the five fields, with names as they were typed. */
export const row = z.strictObject({
  who: z.string().trim().max(300).default(''),
  what: z.string().trim().max(1000).default(''),
  forWhom: z.string().trim().max(300).default(''),
  dueOn: z.string().trim().max(40).default('').describe('A day: 2026-12-31 or 31/12/2026.'),
  proof: z.string().trim().max(500).default(''),
  whoRef: optionalParty.describe('The one that was chosen among several of that name.'),
  forWhomRef: optionalParty,
});

export const partyChoice = z.object({
  kind: partyKind,
  id: z.uuid(),
  name: z.string(),
  shortName: z.string().nullable(),
  territory: shape.place,
});

/** A fault of one row, for the field that it stands in. */
export const rowProblem = z.object({
  code: z.string(),
  field: z.string(),
  message: z.string().describe('In the language asked for.'),
});

export const rowChecked = z.object({
  row: z.number().describe('Its place in what was sent, from 1.'),
  score: z.number(),
  missing: z.array(lists.part),
  who: z.array(partyChoice).describe('Whom the name may mean: one, none, or several to choose from.'),
  forWhom: z.array(partyChoice),
  problems: z.array(rowProblem),
});

export const partyShown = z.object({
  kind: partyKind,
  id: z.uuid(),
  name: z.string(),
  shortName: z.string().nullable(),
  isClosed: z.boolean().describe('It was merged or closed since.'),
});

export const stateShown = z.object({
  state: lists.state,
  tone: lists.tone,
  days: z.number().nullable().describe('Days past the due day; negative while there are days left.'),
  isRescheduled: z.boolean(),
  isOpen: z.boolean(),
  isOverdue: z.boolean(),
});

export const evidence = z.object({
  id: z.uuid(),
  kind: lists.evidenceKind,
  file: z
    .object({
      name: z.string(),
      mediaType: z.string(),
      bytes: z.number(),
      redaction: fileOrder.nullable().describe('The order by which another file was put in its place.'),
    })
    .nullable(),
  mayStrike: z.boolean().describe('Whoever asks may carry an order about its file out.'),
  link: z.string().nullable(),
  note: z.string().nullable(),
  quantity: z.number().nullable(),
  takenOn: z.string().nullable(),
  submittedOn: z.string(),
  forParty: partyShown.nullable(),
  isOwn: z.boolean().describe('Whoever asks handed it in.'),
  containsPersonal: z.boolean(),
  containsMinors: z.boolean(),
  visibility: lists.visibility,
  review: lists.review.nullable(),
  reviewedOn: z.string().nullable(),
  reviewerParty: partyShown.nullable(),
  reviewReason: z.string().nullable(),
  withdrawnOn: z.string().nullable(),
  version: z.number(),
});

export const instance = stateShown.extend({
  id: z.uuid(),
  sequence: z.number(),
  dueOn: z.string(),
  firstDueOn: z.string(),
  startedOn: z.string().nullable(),
  forecastOn: z.string().nullable(),
  forecastReason: z.string().nullable(),
  deliveredOn: z.string().nullable(),
  verifyBy: z.string().nullable(),
  hasPassed: z.boolean().describe('The verifier kept silent: the commission or the centre may act.'),
  verifiedOn: z.string().nullable(),
  noticedOn: z.string().nullable(),
  cureBy: z.string().nullable(),
  curedOn: z.string().nullable(),
  breachedOn: z.string().nullable(),
  breachPublishedOn: z.string().nullable(),
  reply: z.string().nullable(),
  repliedOn: z.string().nullable(),
  pausedFrom: z.string().nullable(),
  standingReason: z.string().nullable(),
  ladder: z
    .object({
      rung: z.enum(rungs).nullable(),
      next: z
        .object({ rung: z.enum(rungs), from: z.enum(rungHolders), onDay: z.string().nullable() })
        .nullable(),
    })
    .nullable()
    .describe(
      'Where it is on the ladder from a reminder to a settlement, and what comes next; for who is inside.',
    ),
  evidence: z.array(evidence),
  possible: z.array(lists.act).describe('What whoever asks may do to it as it stands.'),
  version: z.number(),
});

/** Another commitment, as far as whoever asks may see. */
export const otherCommitment = z.object({
  id: z.uuid(),
  what: z.string(),
  obligor: partyShown,
  reason: z.string().nullable(),
  state: stateShown.extend({ dueOn: z.string() }).nullable(),
  holdsBack: z.boolean().describe('It is late, or will be, and what depends on it waits.'),
});

const titled = z.object({ id: z.uuid(), title: z.string() });

const act = z.object({
  act: lists.act,
  on: z.string(),
  at: z.string(),
  reason: z.string().nullable(),
  sequence: z.number().nullable().describe('Which time that it falls due.'),
  forParty: partyShown.nullable(),
  from: z.string().nullable().describe('The due day before.'),
  to: z.string().nullable().describe('The due day, or the day forecast.'),
  fields: z.array(lists.field),
  other: z.object({ id: z.uuid(), what: z.string() }).nullable(),
});

export const commitment = z.object({
  id: z.uuid(),
  what: z.string(),
  standing: lists.standing,
  standingReason: z.string().nullable(),
  isPublic: z.boolean(),
  example: z.boolean(),
  origin: lists.origin,
  territory: shape.place,
  place: shape.place.nullable(),
  obligor: partyShown,
  coObliged: z.array(partyShown),
  beneficiary: partyShown.nullable(),
  verifier: partyShown.nullable().describe('Null: the monitoring commission or the centre verifies.'),
  responsibleOffice: z.string().nullable(),
  proof: z.string(),
  unit: z.string().nullable(),
  quantity: z.number().nullable(),
  targetGroups: z.array(z.enum(affectedGroups)),
  targetSize: z.number().nullable(),
  startsOn: z.string().nullable(),
  dueOn: z.string(),
  recurrence: z.string().nullable(),
  currency: z.string().nullable(),
  cash: z.number().nullable(),
  staffDays: z.number().nullable(),
  inKind: z.string().nullable(),
  weight: z.number(),
  poaCode: z.string().nullable(),
  agreement: titled.nullable(),
  planAction: titled.extend({ planId: z.uuid() }).nullable(),
  need: z.object({ id: z.uuid(), problem: z.string() }).nullable(),
  noNeedReason: z.string().nullable(),
  threadId: z.uuid().nullable(),
  quality: z.number(),
  missing: z.array(lists.part),
  main: stateShown.extend({ instanceId: z.uuid(), dueOn: z.string() }).nullable(),
  instances: z.array(instance),
  dependsOn: z.array(otherCommitment),
  holdsBack: z.array(otherCommitment),
  callAbout: z
    .array(z.object({ party: partyShown, office: z.string(), contacts: z.array(shape.contact) }))
    .describe('Whom to call, as far as whoever asks may see.'),
  acts: z.array(act),
  possible: z.array(lists.act),
  version: z.number(),
});
