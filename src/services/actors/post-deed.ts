import { findHolders } from '#database/actors/people-views.ts';
import { findHeads, findPost, type PostRow } from '#database/actors/post-store.ts';
import { permitEditPost } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { refuseReversed, refuseSecondHead } from '#domain/actors/terms.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { stale } from './organisation-deed.ts';

/** Reads a post for a change, if the caller may change it and nobody else has since. */
export async function openPost(
  tx: Transaction,
  context: Context,
  at: { readonly id: string; readonly version: number },
): Promise<PostRow> {
  const row = await findPost(tx, at.id);
  if (!row) throw refuse('actors.post-not-found');
  permitEditPost(context.actor, { organisationId: row.organisation_id, territoryId: row.territory_id });
  if (at.version !== row.version) throw stale(row);
  return row;
}

type Proposed = {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string | null;
  readonly kind: string;
  readonly alternate: boolean;
  readonly validFrom: string;
  readonly validTo: string | null;
};

/** One head at a time, somebody who may be seen, and a term that ends after it begins. */
export async function refuseWrongPost(tx: Transaction, proposed: Proposed): Promise<void> {
  const term = { from: proposed.validFrom, to: proposed.validTo };
  refuseReversed(term);
  const person = (await findHolders(tx, [proposed.personId])).get(proposed.personId ?? '');
  if (proposed.personId !== null && !person) throw refuse('actors.person-not-found', { field: 'personId' });
  if (proposed.kind !== 'head' || proposed.alternate) return;
  const heads = await findHeads(tx, proposed.organisationId);
  refuseSecondHead(heads, { ...term, id: proposed.id, holder: person?.name ?? null });
}

const audited = (row: PostRow) => ({
  personId: row.person_id,
  kind: row.kind,
  title: row.title,
  topic: row.topic,
  alternate: row.alternate,
  validFrom: row.valid_from,
  validTo: row.valid_to,
});

export async function recordPost(
  tx: Transaction,
  context: Context,
  operation: string,
  rows: { readonly before: PostRow | null; readonly after: PostRow | null },
): Promise<void> {
  const row = rows.after ?? rows.before;
  if (!row) return;
  await record(tx, context, {
    operation,
    subjectKind: 'post',
    subjectId: row.id,
    territoryId: row.territory_id,
    organisationId: row.organisation_id,
    before: rows.before && audited(rows.before),
    after: rows.after && audited(rows.after),
    freeText: ['title', 'topic'],
  });
}
