import type { ledgerOperations } from '#contract/commitments/ledger.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findPartyNames } from '#database/compliance/case-views.ts';
import { inScope } from '#database/connection.ts';
import { sumWaits } from '#database/ledger/waiting-views.ts';
import type { Context } from '../context.ts';
import { waitingOf } from './waiting-of.ts';

type Operation = typeof ledgerOperations.getWaiting;

/** More lines than this are no picture any more. */
const most = 40;

export async function getWaiting(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const of = await waitingOf(tx, context, input);
    const rows = await sumWaits(tx, of, most + 1);
    const shown = rows.slice(0, most);
    const names = await findPartyNames(
      tx,
      shown.flatMap(({ waiting, waited_on }) => [waiting, waited_on]),
    );
    return {
      today: of.today,
      parties: [...names].map(([id, name]) => ({ id, name })),
      waits: shown.map(({ waiting, waited_on, count, late }) => ({
        waiting,
        waitedOn: waited_on,
        count,
        late,
      })),
      isMore: rows.length > most,
    };
  });
}
