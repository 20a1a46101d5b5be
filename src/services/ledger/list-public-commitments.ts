import type { ledgerOperations } from '#contract/commitments/ledger.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { listLedgerLines } from '#database/ledger/ledger-views.ts';
import { tallyPublic } from '#database/ledger/public-views.ts';
import { getPlace, lookUp } from '../actors/look-up.ts';
import { cutPage } from '../actors/page-cursor.ts';
import type { Context } from '../context.ts';
import { asEverybody } from './as-everybody.ts';
import { readLedgerCursor, writeLedgerCursor } from './ledger-cursor.ts';
import { ledgerFilter } from './ledger-filter.ts';
import { showPublic } from './show-public.ts';

type Operation = typeof ledgerOperations.listPublicCommitments;

/** What was promised in a territory and what became of it, as everybody is told. */
export async function listPublicCommitments(
  given: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const context = asEverybody(given);
  const after = readLedgerCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.territory);
    const { filter } = await ledgerFilter(tx, context, { ...input, side: 'oversee', below: 'yes' });
    const lines = await listLedgerLines(tx, filter, { after, limit: input.limit + 1 });
    const { shown, next } = cutPage(lines, input.limit, writeLedgerCursor);
    const names = await lookUp(tx, context, { territories: [place.id] });
    return {
      items: await showPublic(tx, context, shown, filter.today),
      next,
      territory: names.place(place.id),
      today: filter.today,
      tally: await tallyPublic(tx, { ...filter, state: 'all', text: undefined }),
    };
  });
}
