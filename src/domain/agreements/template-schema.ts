import { z } from 'zod';
import { clauseTypes } from './clause-types.ts';
import { gateKinds } from './gate-kinds.ts';

export { clauseTypes, type ClauseType } from './clause-types.ts';
export { gateKinds, type GateKind } from './gate-kinds.ts';

const both = z.strictObject({ es: z.string().min(1), en: z.string().min(1) });

/** A norm or document that something rests on. Not verified: it is shown as "sin verificar" and no article is printed. */
const basis = z
  .strictObject({
    norm: both,
    article: z.string().nullable(),
    address: z.string().nullable(),
    verified: z.boolean(),
  })
  .refine(({ verified, article }) => verified || article === null, 'what is not verified names no article');

const need = z.enum(['required', 'recommended', 'optional']);

const clause = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/),
  type: z.enum(clauseTypes),
  need,
  title: both,
  /** Text with places to fill in, written {object}, {parties}, {term}, {commitments}, {budget} … */
  body: both,
  guidance: both.nullable(),
  basis: basis.nullable(),
});

const gate = z.strictObject({
  kind: z.enum(gateKinds),
  /** `when-money`: where the agreement moves money; `when-indigenous`: where it covers an indigenous territory. */
  need: z.enum(['required', 'recommended', 'when-money', 'when-indigenous']),
  /** Before which act it must be there. */
  before: z.enum(['legal-review', 'approval', 'signing', 'force']),
  basis: basis.nullable(),
});

const period = z.strictObject({
  allowed: z.boolean(),
  maxMonths: z.number().int().positive().nullable(),
  noticeDays: z.number().int().nonnegative().nullable(),
});

/**
 * An instrument of cooperation as data: the engine of an agreement's life in a country, or, where `isEngine` is false, a library of
 * clauses to learn from and compare. Kept in `packs/instruments/<country>/<id>.json`.
 */
export const templateSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  instrumentCountry: z.string().regex(/^[A-Z]{2}$/),
  kind: z.enum(['framework', 'specific', 'protocol', 'information-sharing', 'accession']),
  isEngine: z.boolean(),
  number: z.number().int().positive(),
  title: both,
  summary: both,
  /** What the instrument is called at home, e.g. "convenio de cooperación". */
  nativeName: z.string(),
  basis: z.array(basis),
  clauses: z.array(clause).min(5),
  /** Clause types that this instrument does not use. */
  unused: z.array(z.enum(clauseTypes)),
  parties: z.strictObject({
    minimum: z.number().int().min(2),
    roles: z.array(z.string()),
    words: both,
    /** Whether the text must say in exercise of which competence each party acts. Absent: it may. */
    sayCompetence: z.boolean().optional(),
  }),
  term: z.strictObject({
    defaultMonths: z.number().int().positive(),
    maxMonths: z.number().int().positive().nullable(),
    extension: period,
    tacitRenewal: period,
    basis: basis.nullable(),
  }),
  effectiveRule: z.enum(['signature', 'registration', 'publication', 'endorsement', 'date']),
  gates: z.array(gate),
  approvals: z.strictObject({ required: z.boolean(), words: both, basis: basis.nullable() }),
  signature: z.strictObject({
    methods: z.array(z.enum(['application', 'ink', 'external-pdf'])).min(1),
    words: both,
    basis: basis.nullable(),
  }),
  amendmentRule: z.enum(['unanimity', 'majority', 'lead']),
  breach: z.strictObject({
    noticeDays: z.number().int().nonnegative(),
    cureDays: z.number().int().positive(),
    consequences: both,
    basis: basis.nullable(),
  }),
  termination: z.strictObject({
    causes: z.array(z.enum(['expiry', 'unanimity', 'breach', 'withdrawal', 'nullity', 'other'])).min(1),
    withdrawalDays: z.number().int().nonnegative(),
    basis: basis.nullable(),
  }),
  /** What the monitoring commission may decide by itself. Absent: it may only watch and propose. */
  commission: z.strictObject({ mayReschedule: z.boolean(), basis: basis.nullable() }).optional(),
  settlement: z.strictObject({
    deadlineDays: z.number().int().positive(),
    words: both,
    basis: basis.nullable(),
  }),
  publicity: z.strictObject({
    isPublic: z.boolean(),
    commitmentsArePublic: z.boolean(),
    /** Days that the obliged side has to reply before a late or breached state is published. */
    replyDays: z.number().int().nonnegative(),
    words: both,
  }),
  compliance: z.strictObject({
    green: z.number(),
    amber: z.number(),
    redOverdueDays: z.number().int().positive(),
  }),
  /** Days before the end on which everybody is warned. */
  warnings: z.array(z.number().int().positive()),
  /** The formal layout of the printed document. */
  layout: z.strictObject({
    partiesHeading: both,
    recitalsHeading: both,
    clausesHeading: both,
    clauseNumbering: z.enum(['ordinal-words', 'article-numbers', 'numbers']),
    closing: both,
  }),
  /** How this instrument compares with its peers, dimension by dimension (domain matrix). */
  comparison: z.record(z.string(), both),
});

export type AgreementTemplate = z.output<typeof templateSchema>;
