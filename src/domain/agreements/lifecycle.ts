import { refuse } from './life-refusals.ts';

/** How an agreement stands. Words: `agreements.standing.<standing>`. */
export const agreementStandings = [
  'draft',
  'negotiation',
  'legal-review',
  'approval',
  'ready-to-sign',
  'signed',
  'in-force',
  'suspended',
  'under-notice',
  'expired',
  'terminating',
  'settlement',
  'closed',
  'abandoned',
  'annulled',
] as const;
export type AgreementStanding = (typeof agreementStandings)[number];

/** Before anybody has signed: the text may still change, and the whole may be abandoned. */
export const beforeSigning = [
  'draft',
  'negotiation',
  'legal-review',
  'approval',
  'ready-to-sign',
] as const satisfies readonly AgreementStanding[];

/** While it binds: commitments run, or their clocks are paused. */
export const binding = [
  'in-force',
  'suspended',
  'under-notice',
] as const satisfies readonly AgreementStanding[];

type Transition = { readonly from: readonly AgreementStanding[]; readonly to: AgreementStanding | 'same' };

/**
 * Every act that moves an agreement, and nothing else does. Guards (who, with what, on which day) are in the files named for the act;
 * this table says only from where to where. Words: `agreements.act.<act>`.
 */
export const agreementActs = {
  drafted: { from: [], to: 'draft' },
  registered: { from: [], to: 'in-force' },
  'opened-negotiation': { from: ['draft'], to: 'negotiation' },
  'sent-to-legal-review': { from: ['negotiation'], to: 'legal-review' },
  'returned-with-observations': { from: ['legal-review'], to: 'negotiation' },
  'cleared-by-legal-review': { from: ['legal-review'], to: 'approval' },
  'reopened-negotiation': { from: ['approval', 'ready-to-sign'], to: 'negotiation' },
  'approved-by-all': { from: ['approval'], to: 'ready-to-sign' },
  // An addendum is short: the parties confirm its text, with their approving acts where the template asks for them.
  'confirmed-by-all': { from: ['negotiation'], to: 'ready-to-sign' },
  sealed: { from: ['ready-to-sign'], to: 'same' },
  'signed-by-one': { from: ['ready-to-sign'], to: 'same' },
  'signed-by-all': { from: ['ready-to-sign'], to: 'signed' },
  'entered-into-force': { from: ['signed'], to: 'in-force' },
  amended: { from: ['in-force'], to: 'same' },
  extended: { from: ['in-force'], to: 'same' },
  'renewed-tacitly': { from: ['in-force'], to: 'same' },
  acceded: { from: ['in-force'], to: 'same' },
  corrected: { from: ['signed', 'in-force', 'suspended', 'under-notice'], to: 'same' },
  'objected-to-renewal': { from: ['in-force', 'suspended', 'under-notice'], to: 'same' },
  suspended: { from: ['in-force'], to: 'suspended' },
  resumed: { from: ['suspended'], to: 'in-force' },
  'gave-notice': { from: ['in-force'], to: 'under-notice' },
  replied: { from: ['under-notice'], to: 'same' },
  cured: { from: ['under-notice'], to: 'in-force' },
  'withdrew-notice': { from: ['under-notice'], to: 'in-force' },
  'persisted-in-breach': { from: ['under-notice'], to: 'terminating' },
  'declared-will-to-end': { from: ['in-force', 'suspended'], to: 'same' },
  'ended-by-unanimity': { from: ['in-force', 'suspended'], to: 'terminating' },
  // Where enough others stay, one leaves and the agreement goes on without it.
  'party-left': { from: ['in-force', 'suspended'], to: 'same' },
  'withdrew-from': { from: ['in-force', 'suspended'], to: 'terminating' },
  'declared-null': { from: ['in-force', 'suspended', 'under-notice'], to: 'terminating' },
  'ended-for-other-cause': { from: ['in-force', 'suspended', 'under-notice'], to: 'terminating' },
  expired: { from: ['in-force', 'suspended', 'under-notice'], to: 'expired' },
  'decided-on-commitment': { from: ['terminating', 'settlement'], to: 'same' },
  'opened-settlement': { from: ['expired', 'terminating'], to: 'settlement' },
  closed: { from: ['settlement'], to: 'closed' },
  abandoned: { from: beforeSigning, to: 'abandoned' },
  annulled: { from: ['in-force', 'expired', 'closed'], to: 'annulled' },
  redacted: {
    from: [
      'signed',
      'in-force',
      'suspended',
      'under-notice',
      'expired',
      'terminating',
      'settlement',
      'closed',
    ],
    to: 'same',
  },
  // Of a paper, at any time: no text changes by it, and an order does not wait.
  'struck-file': { from: agreementStandings, to: 'same' },
} as const satisfies Record<string, Transition>;

export type AgreementAct = keyof typeof agreementActs;

/** The acts that there are, in the order of an agreement's life. */
export const agreementActNames = Object.keys(agreementActs) as readonly AgreementAct[];

/** Whether an act is possible at all in a standing; null stands for what does not exist yet. */
export function isPossible(standing: AgreementStanding | null, act: AgreementAct): boolean {
  const from: readonly AgreementStanding[] = agreementActs[act].from;
  return standing === null ? from.length === 0 : from.includes(standing);
}

/**
 * How an agreement stands after an act.
 * @throws Refusal `agreement-life.not-as-it-stands` where the act has no place
 */
export function standingAfter(standing: AgreementStanding | null, act: AgreementAct): AgreementStanding {
  if (!isPossible(standing, act)) throw refuse('agreement-life.not-as-it-stands');
  const { to } = agreementActs[act];
  if (to !== 'same') return to;
  if (standing === null) throw refuse('agreement-life.not-as-it-stands');
  return standing;
}

/** What can be done to an agreement as it stands. */
export function possibleActs(standing: AgreementStanding): AgreementAct[] {
  return agreementActNames.filter((act) => isPossible(standing, act));
}

/**
 * How an agreement stands on a day: what binds ends with its last day without anybody writing it down.
 * @param endsOn the last day of its term; null where it has none
 */
export function standingOn(
  agreement: { readonly standing: AgreementStanding; readonly endsOn: string | null },
  today: string,
): AgreementStanding {
  const binds = (binding as readonly AgreementStanding[]).includes(agreement.standing);
  return binds && agreement.endsOn !== null && agreement.endsOn < today ? 'expired' : agreement.standing;
}
