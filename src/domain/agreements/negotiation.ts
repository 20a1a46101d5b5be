import type { Problem } from '#domain/shared/refusal.ts';
import type { Check } from './checks.ts';
import type { OpenGate } from './gates.ts';
import type { AgreementStanding } from './lifecycle.ts';
import { refuse } from './refusals.ts';
import type { PartyRole } from './vocabulary.ts';

/** A party as far as the path to the signature asks about it. */
export type NegotiatingParty = {
  readonly id: string;
  readonly name: string;
  readonly role: PartyRole;
  readonly confirmedHash: string | null;
};

/** Whether the text may still be worked on. */
export function isTextOpen(standing: AgreementStanding): boolean {
  return standing === 'draft' || standing === 'negotiation';
}

/** @throws Refusal `agreements.text-is-closed` */
export function refuseClosedText(standing: AgreementStanding): void {
  if (!isTextOpen(standing)) throw refuse('agreements.text-is-closed');
}

/** Everything that an agreement still waits for before a step, and from whom. Words: `problem.agreements.<code>`. */
export type Waiting = {
  readonly code:
    'party-unconfirmed' | 'party-unapproved' | 'check' | 'gate' | 'text-differs' | 'legal-report';
  readonly partyId: string | null;
  readonly name: string | null;
  readonly check: Check | null;
  readonly gate: OpenGate['kind'] | null;
};

const nothing = { partyId: null, name: null, check: null, gate: null };

/** What opening the negotiation waits for: an object, a scope, and enough parties. */
export function waitingForNegotiation(checks: readonly Check[]): Waiting[] {
  const needed = ['too-few-parties', 'party-gone', 'object-missing', 'scope-missing'];
  return checks
    .filter(({ code }) => needed.includes(code))
    .map((check) => ({ ...nothing, code: 'check' as const, check }));
}

/** What sending to legal review waits for: nothing that blocks, and every party having confirmed this very text. */
export function waitingForLegalReview(
  parties: readonly NegotiatingParty[],
  hash: string,
  checks: readonly Check[],
): Waiting[] {
  return [
    ...checks.filter(({ blocks }) => blocks).map((check) => ({ ...nothing, code: 'check' as const, check })),
    ...parties
      .filter(({ role, confirmedHash }) => isBound(role) && confirmedHash !== hash)
      .map(({ id, name }) => ({ ...nothing, code: 'party-unconfirmed' as const, partyId: id, name })),
  ];
}

/** What the signature waits for: the approving act of every party, what the instrument asks for, and still the same text. */
export function waitingForSignature(
  parties: readonly NegotiatingParty[],
  facts: {
    readonly hash: string;
    /** The text that was sent to legal review. */
    readonly reviewedHash: string | null;
    readonly areApprovalsRequired: boolean;
    readonly approvedBy: ReadonlySet<string>;
    readonly gates: readonly OpenGate[];
  },
): Waiting[] {
  const { hash, reviewedHash, areApprovalsRequired, approvedBy, gates } = facts;
  const waits = gates.filter(({ isRequired, before }) => isRequired && before !== 'force');
  return [
    ...(hash === reviewedHash ? [] : [{ ...nothing, code: 'text-differs' as const }]),
    ...parties
      .filter(({ id, role }) => areApprovalsRequired && isBound(role) && !approvedBy.has(id))
      .map(({ id, name }) => ({ ...nothing, code: 'party-unapproved' as const, partyId: id, name })),
    ...waits.map(({ kind }) => ({ ...nothing, code: 'gate' as const, gate: kind })),
  ];
}

/** Who only looks on binds itself to nothing, and neither confirms nor approves. */
export function isBound(role: PartyRole): boolean {
  return role !== 'observer';
}

/** Throws what a step still waits for, each thing with its words. */
export function refuseWaiting(waiting: readonly Waiting[]): void {
  if (waiting.length === 0) return;
  throw refuse('agreements.not-ready', { problems: waiting.map(problemOf) });
}

/** A thing waited for, as a fault with its place. */
export function problemOf({ code, name, check, gate }: Waiting): Problem {
  const missing = check?.code === 'gate-missing' ? check.values['gate'] : gate;
  if (missing !== null && missing !== undefined)
    return { code: `agreements.gate-${missing}`, field: 'gates' };
  if (check !== null)
    return { code: `agreements.check-${check.code}`, field: check.place, values: check.values };
  return { code: `agreements.${code}`, field: 'parties', ...(name === null ? {} : { values: { name } }) };
}
