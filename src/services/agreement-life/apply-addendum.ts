import type { AgreementChange } from '#database/agreements/agreement-columns.ts';
import { insertClauseEditions } from '#database/agreements/clause-store.ts';
import { findClauseEditions, findClauses } from '#database/agreements/clause-views.ts';
import { insertAgreementParties, keepPartyArrays } from '#database/agreements/party-store.ts';
import { actOfAddendum, type AddendumContent } from '#domain/agreements/addendum.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import type { AddendumKind } from '#domain/agreements/vocabulary.ts';
import { moveAgreement } from '../agreements/move-agreement.ts';
import { findOpenAgreement } from '../agreements/open-agreement.ts';
import { refreshPartiesOf } from '../commitments/refresh-parties-of.ts';
import { rescheduleInstances } from '../commitments/reschedule-instances.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { moveCommitments } from '#database/agreements/life-commitments.ts';
import type { Life } from './open-life.ts';

/** What an addendum says, as it is kept while it is negotiated. */
export function contentOfAddendum(addendumContent: unknown): AddendumContent {
  const kept = (addendumContent ?? {}) as Partial<AddendumContent>;
  return {
    reason: kept.reason ?? '',
    newEndsOn: kept.newEndsOn ?? null,
    changes: kept.changes ?? [],
    reschedulings: kept.reschedulings ?? [],
    accedes: kept.accedes ?? null,
  };
}

/**
 * Does to an agreement what an addendum in force says: clauses get an edition that names it, the term its new end, the
 * party that accedes its place, commitments their new days. The text that was signed stays as it is.
 */
export async function applyAddendum(
  tx: Transaction,
  context: Context,
  life: Life,
  on: string,
): Promise<void> {
  const { agreement: addendum } = life;
  const kind = addendum.addendumKind;
  if (kind === null || addendum.parentId === null) throw refuse('agreement-life.not-an-addendum');
  const content = contentOfAddendum(addendum.addendumContent);
  const { agreement: parent } = await findOpenAgreement(tx, addendum.parentId);
  await keepEditions(tx, context, { parent, addendumId: addendum.id, content });
  if (content.accedes !== null) await takeIn(tx, life, { parentId: parent.id, partyId: content.accedes, on });
  const after = await moveAgreement(tx, context, parent, {
    operation: 'followDates',
    act: actOfAddendum[kind],
    on,
    isPublic: true,
    reason: content.reason,
    details: { addendumId: addendum.id, title: addendum.title, newEndsOn: content.newEndsOn },
    change: changeOf(kind, content, parent),
  });
  if (content.reschedulings.length > 0) {
    await rescheduleInstances(tx, context, {
      changes: content.reschedulings.map(({ instanceId, after: dueOn }) => ({ instanceId, dueOn })),
      on,
      reason: content.reason,
      by: 'addendum',
      addendumId: addendum.id,
      operation: 'followDates',
    });
  }
  // What an addendum adds is owed under the agreement from now on.
  await moveCommitments(tx, addendum.id, after.id);
}

function changeOf(
  kind: AddendumKind,
  content: AddendumContent,
  parent: { readonly endsOn: string | null; readonly firstEndsOn: string | null },
): AgreementChange {
  if (kind !== 'extension' || content.newEndsOn === null) return {};
  return { ends_on: content.newEndsOn, first_ends_on: parent.firstEndsOn ?? parent.endsOn };
}

async function keepEditions(
  tx: Transaction,
  context: Context,
  {
    parent,
    addendumId,
    content,
  }: {
    parent: { readonly id: string; readonly territoryId: number };
    addendumId: string;
    content: AddendumContent;
  },
): Promise<void> {
  const known = new Set((await findClauses(tx, parent.id)).map(({ id }) => id));
  for (const change of content.changes.filter(({ clauseId }) => known.has(clauseId))) {
    const [last] = await findClauseEditions(tx, change.clauseId);
    await insertClauseEditions(tx, [
      {
        clause_id: change.clauseId,
        number: (last?.number ?? 0) + 1,
        agreement_id: parent.id,
        territory_id: parent.territoryId,
        title: change.clause,
        body: change.after ?? '',
        account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
        reason: content.reason,
        addendum_id: addendumId,
      },
    ]);
  }
}

async function takeIn(
  tx: Transaction,
  life: Life,
  accession: { readonly parentId: string; readonly partyId: string; readonly on: string },
): Promise<void> {
  const party = life.parties.find(({ id }) => id === accession.partyId);
  if (!party) throw refuse('agreement-life.party-not-found');
  const { parties } = await findOpenAgreement(tx, accession.parentId);
  await insertAgreementParties(tx, [
    {
      id: newId(),
      agreement_id: accession.parentId,
      territory_id: party.territoryId,
      organisation_id: party.kind === 'organisation' ? party.holderId : null,
      structure_id: party.kind === 'structure' ? party.holderId : null,
      role: party.role,
      capacity: party.capacity,
      representative_office: party.representativeOffice,
      representative_id: party.representativeId,
      standing: 'signed',
      joined_on: accession.on,
      position: Math.max(0, ...parties.map(({ position }) => position)) + 1,
    },
  ]);
  await keepPartyArrays(tx, accession.parentId);
  await refreshPartiesOf(tx, accession.parentId);
}
