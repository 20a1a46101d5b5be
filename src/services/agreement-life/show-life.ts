import type { SignatureRow } from '#database/agreements/text-store.ts';
import type { BalanceRow, NoticeRow, SessionRow } from '#database/agreements/course-store.ts';
import type { AgreementPartyRow } from '#database/agreements/party-views.ts';
import { mayActFor } from '#domain/access/acting-for.ts';
import { verdictOf } from '#domain/agreements/commission.ts';
import { publishableFrom } from '#domain/agreements/ending.ts';
import { isSignatureGood, partiesThatSigned } from '#domain/agreements/signing.ts';
import { partyOf } from '../agreements/open-agreement.ts';
import type { Context } from '../context.ts';
import { actsForAnother } from './confirm-signature.ts';
import { oversees, type Life } from './open-life.ts';

/** A party as the pages of an agreement's life show it. */
export function showParties(
  context: Context,
  life: Life,
  said: {
    readonly signatures: readonly SignatureRow[];
    readonly hash: string | null;
    readonly willing: ReadonlySet<string>;
  },
) {
  const signed = said.hash === null ? new Set<string>() : partiesThatSigned(said.signatures, said.hash);
  return life.parties.map((party) => ({
    id: party.id,
    name: party.name,
    kind: party.kind,
    holderId: party.holderId,
    role: party.role,
    standing: party.standing,
    isYours: party.standing !== 'withdrawn' && mayActFor(context.actor, partyOf(party)),
    hasSigned: signed.has(party.id),
    hasConfirmed: party.confirmedHash !== null,
    wantsToEnd: said.willing.has(party.id),
  }));
}

/** Names a party by its row. */
export function named(parties: readonly AgreementPartyRow[], id: string) {
  return { id, name: parties.find((party) => party.id === id)?.name ?? '' };
}

export function showSignatures(context: Context, life: Life, signatures: readonly SignatureRow[]) {
  const { actor } = context;
  const isOpen = life.agreement.standing === 'ready-to-sign';
  const isOverseer = oversees(context, life);
  return signatures.map((one) => {
    const isOwn = actor.kind === 'account' && one.accountId === actor.accountId;
    const waits = isOpen && !one.withdrawn && !one.confirmed && one.method !== 'application';
    return {
      id: one.id,
      party: named(life.parties, one.partyId),
      office: one.office,
      method: one.method,
      hash: one.hash,
      signedOn: one.signedOn,
      place: one.place,
      check: one.check,
      isGood: isSignatureGood(one),
      isWithdrawn: one.withdrawn,
      hasFile: one.fileId !== null,
      fileRedactedBy: one.fileRedactionOrder,
      mayConfirm: waits && !isOwn && (isOverseer || actsForAnother(context, life, one.partyId)),
      mayWithdraw: isOpen && !one.withdrawn && (isOwn || isOverseer),
    };
  });
}

/** A formal notice; what was not published is for the parties and the commission. */
export function showNotice(life: Life, row: NoticeRow, titles: { clauses: Titles; commitments: Titles }) {
  return {
    id: row.id,
    by: named(life.parties, row.by_party_id),
    to: named(life.parties, row.to_party_id),
    facts: row.facts,
    clauses: row.clauses.map((id) => titles.clauses.get(id) ?? ''),
    commitments: row.commitments.map((id) => titles.commitments.get(id) ?? ''),
    givenOn: row.given_on,
    cureBy: row.cure_by,
    reply: row.reply,
    repliedOn: row.replied_on,
    outcome: row.outcome as 'cured' | null,
    outcomeOn: row.outcome_on,
    outcomeReason: row.outcome_reason,
    publishedOn: row.published_on,
    publishableFrom: publishableFrom({
      givenOn: row.given_on,
      repliedOn: row.replied_on,
      publishedOn: row.published_on,
      replyDays: life.template.publicity.replyDays,
    }),
    version: row.version,
  };
}
type Titles = ReadonlyMap<string, string>;

export function showBalance(life: Life, row: BalanceRow) {
  return {
    id: row.id,
    debtor: named(life.parties, row.debtor_party_id),
    creditor: named(life.parties, row.creditor_party_id),
    reason: row.reason,
    currency: row.currency,
    amount: row.amount,
    dueOn: row.due_on,
    paidOn: row.paid_on,
    paidReference: row.paid_reference,
    waivedOn: row.waived_on,
    waiverReason: row.waiver_reason,
    version: row.version,
  };
}

export function showSession(row: SessionRow) {
  const { held_on: heldOn, seats, quorum, present } = row;
  return {
    id: row.id,
    calledOn: row.called_on,
    heldOn,
    seats,
    quorum,
    present,
    verdict: verdictOf({ heldOn, seats, quorum, present }),
    decisions: row.decisions,
    hasFile: row.file_id !== null,
    version: row.version,
  };
}
