import { findClause, type ClauseRow } from '#database/agreements/clause-views.ts';
import { insertClauseEditions, updateClauseRow } from '#database/agreements/clause-store.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayActFor } from '#domain/access/acting-for.ts';
import { mayOversee, permitAsParty } from '#domain/agreements/permissions.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { accountOf, openText, takeBack } from './change-text.ts';
import { recordAgreement } from './move-agreement.ts';
import { inQuestion, partyIn, partyOf, type OpenAgreement } from './open-agreement.ts';

export type OpenClause = OpenAgreement & { readonly clause: ClauseRow };

/** Reads a clause for a change of the text: the caller works on its agreement, the text is open, the version is the one seen. */
export async function openClause(
  tx: Transaction,
  context: Context,
  at: { readonly clauseId: string; readonly version?: number },
): Promise<OpenClause> {
  const clause = await findClause(tx, at.clauseId);
  if (!clause) throw refuse('agreements.clause-not-found');
  const open = await openText(tx, context, { id: clause.agreementId });
  if (at.version !== undefined && at.version !== clause.version)
    throw refuseShared('shared.stale', { current: clause });
  return { ...open, clause };
}

/** The party for which something is done: the one named, or the only one that the caller acts for; null for the centre. */
export function partyActedFor(actor: Actor, open: OpenAgreement, partyId: string | null): string | null {
  if (partyId !== null) {
    const party = partyIn(open, partyId);
    permitAsParty(actor, partyOf(party));
    return party.id;
  }
  const own = open.parties.filter(
    (party) => party.standing !== 'withdrawn' && mayActFor(actor, partyOf(party)),
  );
  if (own.length === 1) return own[0]?.id ?? null;
  if (mayOversee(actor, inQuestion(open))) return null;
  throw refuse('agreements.incomplete', {
    problems: [{ code: 'agreements.choose-party', field: 'partyId' }],
  });
}

type Rewording = {
  readonly operation: string;
  readonly title: string;
  readonly body: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly partyId: string | null;
  readonly reason: string | null;
  readonly removedAt?: Date | null;
};

/** Words a clause anew: what it said before stays as an edition, and whoever confirmed the text has to read it again. */
export async function rewordClause(
  tx: Transaction,
  context: Context,
  open: OpenClause,
  to: Rewording,
): Promise<{ id: string; version: number }> {
  const { clause, agreement } = open;
  const number = clause.version + 1;
  const change = {
    title: to.title,
    body: to.body,
    fields: JSON.stringify(to.fields),
    ...(to.removedAt === undefined ? {} : { removed_at: to.removedAt }),
  };
  if (!(await updateClauseRow(tx, clause, change))) throw refuseShared('shared.stale', { current: clause });
  await insertClauseEditions(tx, [
    {
      clause_id: clause.id,
      number,
      agreement_id: agreement.id,
      territory_id: agreement.territoryId,
      title: to.title,
      body: to.body,
      fields: JSON.stringify(to.fields),
      account_id: accountOf(context),
      party_id: to.partyId,
      reason: to.reason,
      at: context.now,
    },
  ]);
  await takeBack(tx, open);
  await recordAgreement(tx, context, to.operation, {
    before: agreement,
    after: agreement,
    beside: {
      before: {
        clause: clause.id,
        edition: clause.version,
        clauseTitle: clause.title,
        clauseBody: clause.body,
      },
      after: { clause: clause.id, edition: number, clauseTitle: to.title, clauseBody: to.body },
    },
    freeText: ['clauseTitle', 'clauseBody'],
  });
  return { id: clause.id, version: number };
}
