import { findSealedText } from '#database/agreements/text-store.ts';
import { getInstanceRow, getCommitmentRow } from '../commitments/commitment-deed.ts';
import {
  consolidate,
  refuseEmptyAddendum,
  type AddendumContent,
  type AddendumInForce,
  type ClauseChange,
  type Rescheduling,
} from '#domain/agreements/addendum.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { refuseExtension } from '#domain/agreements/life-term.ts';
import type { AddendumKind } from '#domain/agreements/vocabulary.ts';
import { findAgreementChildren } from '#database/agreements/agreement-views.ts';
import type { Transaction } from '../context.ts';
import { refuseOutsideTerm } from '#domain/commitments/commitment.ts';
import { newId } from '../new-id.ts';
import { contentOfAddendum } from './apply-addendum.ts';
import type { Life } from './open-life.ts';

/** What is written of an addendum. */
export type AddendumBody = {
  readonly reason: string;
  readonly newEndsOn: string | null;
  readonly changes: readonly {
    readonly clauseId: string | null;
    readonly title: string | null;
    readonly after: string | null;
  }[];
  readonly reschedulings: readonly { readonly instanceId: string; readonly dueOn: string }[];
};

/**
 * Reads what an addendum shall do, against the agreement as it reads today.
 * @throws Refusal `agreement-life.incomplete`, `agreement-life.clause-not-found`, `agreement-life.commitment-not-found`, and those
 * of an extension
 */
export async function readAddendum(
  tx: Transaction,
  parent: Life,
  body: AddendumBody,
  what: { readonly kind: AddendumKind; readonly hasParty: boolean; readonly accedes: string | null },
): Promise<AddendumContent> {
  const { newEndsOn, reason } = body;
  refuseEmptyAddendum(what.kind, {
    ...body,
    reschedulings: body.reschedulings as never,
    changes: body.changes as never,
    hasParty: what.hasParty,
  });
  if (what.kind === 'extension' && newEndsOn !== null)
    refuseExtension(parent.agreement, parent.template, { newEndsOn, today: parent.today });
  return {
    reason,
    newEndsOn,
    changes: await readChanges(tx, parent, body.changes),
    reschedulings: await readReschedulings(tx, parent, body),
    accedes: what.accedes,
  };
}

async function readChanges(
  tx: Transaction,
  parent: Life,
  changes: AddendumBody['changes'],
): Promise<ClauseChange[]> {
  if (changes.length === 0) return [];
  const clauses = await consolidatedOf(tx, parent);
  return changes.map(({ clauseId, title, after }, index) => {
    if (clauseId === null) {
      if (title === null || after === null)
        throw refuse('agreement-life.incomplete', {
          problems: [{ code: 'agreement-life.new-clause', field: `changes.${index}` }],
        });
      return { clauseId: newId(), clause: title, before: null, after };
    }
    const clause = clauses.find(({ id }) => id === clauseId);
    if (!clause) throw refuse('agreement-life.clause-not-found', { field: `changes.${index}` });
    return { clauseId, clause: clause.title, before: clause.body, after };
  });
}

// Said now and not when the last has signed: a day lies within the term, or within what this addendum makes of it.
async function readReschedulings(
  tx: Transaction,
  parent: Life,
  { reschedulings, newEndsOn }: AddendumBody,
): Promise<Rescheduling[]> {
  const { effectiveOn: from, endsOn } = parent.agreement;
  const read: Rescheduling[] = [];
  for (const [index, { instanceId, dueOn }] of reschedulings.entries()) {
    const { what, before } = await getInstanceOf(tx, parent, instanceId);
    refuseOutsideTerm([dueOn], { from, to: newEndsOn ?? endsOn }, `reschedulings.${index}.dueOn`);
    read.push({ instanceId, what, before, after: dueOn });
  }
  return read;
}

/** An instance of a commitment of this agreement. */
export async function getInstanceOf(tx: Transaction, life: Life, instanceId: string) {
  const instance = await getInstanceRow(tx, instanceId);
  const commitment = await getCommitmentRow(tx, instance.commitmentId);
  if (commitment.agreementId !== life.agreement.id)
    throw refuse('agreement-life.commitment-not-found', { field: 'instanceId' });
  return { instance, commitment, what: commitment.what, before: instance.dueOn };
}

/** The addenda of an agreement that are in force, in the order in which they took effect. */
export async function addendaInForce(
  tx: Transaction,
  parentId: string,
): Promise<(AddendumInForce & { newEndsOn: string | null })[]> {
  const children = await findAgreementChildren(tx, parentId);
  return children.flatMap((child) => {
    const { addendumKind: kind, effectiveOn: on } = child;
    if (child.kind !== 'addendum' || child.standing !== 'in-force' || kind === null || on === null) return [];
    const { changes, newEndsOn } = contentOfAddendum(child.addendumContent);
    return [{ id: child.id, kind, title: child.title, on, changes, newEndsOn }];
  });
}

/** The text as it reads today. */
export async function consolidatedOf(tx: Transaction, life: Life) {
  const text = await findSealedText(tx, life.agreement.id);
  return consolidate(text?.content.clauses ?? [], await addendaInForce(tx, life.agreement.id));
}
