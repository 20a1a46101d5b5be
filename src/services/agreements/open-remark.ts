import { findClause } from '#database/agreements/clause-views.ts';
import { decideRemark } from '#database/agreements/negotiation-store.ts';
import { findRemark, type RemarkRow } from '#database/agreements/negotiation-views.ts';
import type { Actor } from '#domain/access/actor.ts';
import { represents } from '#domain/access/acting-for.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { accountOf } from './change-text.ts';
import { openClause, type OpenClause } from './open-clause.ts';
import { partyOf, type OpenAgreement } from './open-agreement.ts';

export type OpenRemark = OpenClause & { readonly remark: RemarkRow };

/** Reads a remark that waits for an answer, with its clause. */
export async function openRemark(
  tx: Transaction,
  context: Context,
  at: { readonly remarkId: string; readonly version: number },
): Promise<OpenRemark> {
  const remark = await findRemark(tx, at.remarkId);
  const clause = remark?.clause_id ? await findClause(tx, remark.clause_id) : undefined;
  if (!remark || !clause) throw refuse('agreements.remark-not-found');
  const open = await openClause(tx, context, { clauseId: clause.id });
  if (remark.standing !== 'open') throw refuse('agreements.remark-decided');
  if (remark.version !== at.version) throw refuseShared('shared.stale', { current: remark });
  return { ...open, remark };
}

/**
 * Whether somebody may answer for a party what another said: never for the party that said it, and never as somebody of that party,
 * in whose name soever.
 */
export function mayAnswer(
  actor: Actor,
  open: OpenAgreement,
  remark: Pick<RemarkRow, 'party_id' | 'account_id'>,
  partyId: string | null,
): boolean {
  const author = open.parties.find(({ id }) => id === remark.party_id);
  if (author === undefined) return partyId !== null;
  return author.id !== partyId && !represents(actor, partyOf(author));
}

/** Decides a remark that is still open. */
export async function decide(
  tx: Transaction,
  context: Context,
  remark: RemarkRow,
  standing: 'accepted' | 'refused' | 'withdrawn',
  answer: string | null,
): Promise<void> {
  const decision = { standing, answer, by: accountOf(context), at: context.now };
  if (!(await decideRemark(tx, remark, decision))) throw refuseShared('shared.stale', { current: remark });
}
