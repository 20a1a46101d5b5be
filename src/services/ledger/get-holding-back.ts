import type { ledgerOperations } from '#contract/commitments/ledger.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findHeldBack, findWaitNodes } from '#database/ledger/waiting-views.ts';
import { rankHoldingBack, type HoldingBack } from '#domain/commitments/waiting.ts';
import { daysFrom } from '#domain/shared/calendar.ts';
import type { Context, Transaction } from '../context.ts';
import { showNodes } from './show-nodes.ts';
import { waitingOf } from './waiting-of.ts';

type Operation = typeof ledgerOperations.getHoldingBack;

/** Of those that wait, so many are named; the rest is counted. */
const named = 5;

export async function getHoldingBack(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const of = await waitingOf(tx, context, input);
    const waits = await findHeldBack(tx, of);
    const late = new Set(waits.filter((wait) => wait.is_late).map(({ prerequisite }) => prerequisite));
    const placeOf = new Map(waits.map(({ dependent, where_id }) => [dependent, where_id]));
    const ranked = rankHoldingBack(waits, late, (id) => placeOf.get(id));
    const wanted = await ofParty(tx, ranked, input.party, of);
    const shown = wanted.slice(0, input.limit);
    const ids = shown.flatMap(({ id, held }) => [id, ...held]);
    const nodes = await showNodes(tx, context, await findWaitNodes(tx, ids, of));
    return {
      today: of.today,
      total: wanted.length,
      items: shown.flatMap(({ id, held }) => {
        const root = nodes.get(id);
        if (!root) return [];
        const waiting = held.flatMap((one) => nodes.get(one) ?? []);
        return [
          {
            ...root,
            days: Math.max(0, daysFrom(root.dueOn, of.today)),
            held: held.length,
            parties: distinct(
              waiting.map(({ obligor }) => obligor),
              ({ id: party }) => party,
            ),
            territories: distinct(
              waiting.map(({ territory }) => territory),
              ({ reference }) => reference,
            ),
            examples: waiting.slice(0, named),
          },
        ];
      }),
    };
  });
}

/** Only those that one party owes, where one was asked for. */
async function ofParty(
  tx: Transaction,
  ranked: readonly HoldingBack[],
  party: string | undefined,
  of: Awaited<ReturnType<typeof waitingOf>>,
): Promise<readonly HoldingBack[]> {
  if (party === undefined) return ranked;
  const nodes = await findWaitNodes(
    tx,
    ranked.map(({ id }) => id),
    of,
  );
  return ranked.filter(({ id }) => nodes.get(id)?.obligor_id === party);
}

function distinct<Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}
