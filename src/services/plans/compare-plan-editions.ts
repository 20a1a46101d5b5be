import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { loadContent } from '#database/plans/content-views.ts';
import type { PlanRow } from '#database/plans/plan-columns.ts';
import { findEditionContent, findPlanEditions } from '#database/plans/plan-views.ts';
import { differenceOf } from '#domain/plans/difference.ts';
import { refuse } from '#domain/plans/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { openPlan } from './plan-deed.ts';
import { asReadBy } from './show-plans.ts';

type Operation = typeof plansOperations.comparePlanEditions;

/** What is being written is compared only for whoever may see it; for others the last edition stands in its place. */
export async function comparePlanEditions(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await openPlan(tx, { id: input.planId });
    const read = await asReadBy(tx, context, row);
    const from = await getEdition(tx, row, input.from);
    const to =
      input.to === undefined
        ? (read.edition ?? (await loadContent(tx, row)))
        : await getEdition(tx, row, input.to);
    const { plan: head, programmes, actions } = differenceOf(from, to);
    const editions = await findPlanEditions(tx, row.id);
    const named = [...from.programmes, ...to.programmes].map(({ id, title }) => [id, title] as const);
    return {
      plan: { id: row.id, title: read.plan.title },
      from: { number: input.from },
      to: { number: input.to ?? null },
      head: [...head],
      programmes: writable(programmes),
      actions: writable(actions),
      programmeNames: Object.fromEntries(named),
      editions: editions.map(({ number }) => number),
    };
  });
}

async function getEdition(tx: Transaction, plan: PlanRow, number: number) {
  const content = await findEditionContent(tx, plan.id, number);
  if (!content) throw refuse('plans.edition-not-found');
  return content;
}

function writable<Titled, Changed extends { readonly fields: readonly unknown[] }>(list: {
  readonly added: readonly Titled[];
  readonly removed: readonly Titled[];
  readonly changed: readonly Changed[];
}) {
  return {
    added: [...list.added],
    removed: [...list.removed],
    changed: list.changed.map((one) => ({ ...one, fields: [...one.fields] as Changed['fields'][number][] })),
  };
}
