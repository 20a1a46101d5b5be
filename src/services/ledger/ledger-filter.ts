import type { LedgerFilter } from '#database/ledger/ledger-filter-sql.ts';
import { findOwedTogether } from '#database/ledger/ledger-views.ts';
import type { LedgerState } from '#domain/commitments/ledger-filter.ts';
import type { LedgerSide } from '#domain/commitments/next-action.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { myParties } from './my-parties.ts';

type Asked = {
  readonly side?: LedgerSide | undefined;
  readonly as?: string | undefined;
  readonly territory?: string | undefined;
  readonly below: 'yes' | 'no';
  readonly agreement?: string | undefined;
  readonly party?: string | undefined;
  readonly line?: string | undefined;
  readonly state: LedgerState;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly text?: string | undefined;
};

/** What the ledger is asked for, as the database is asked for it; and all for whom whoever asks acts. */
export async function ledgerFilter(
  tx: Transaction,
  context: Context,
  asked: Asked,
): Promise<{ filter: LedgerFilter; parties: readonly string[] }> {
  const parties = await myParties(tx, context);
  const place = asked.territory === undefined ? null : await getPlace(tx, asked.territory);
  const today = await todayOf(tx, context, place?.id ?? homeOf(context));
  const chosen = parties.filter((id) => asked.as === undefined || id === asked.as);
  return {
    parties,
    filter: {
      side: asked.side ?? (parties.length > 0 ? 'owe' : 'oversee'),
      mine: chosen,
      owedTogether: await findOwedTogether(tx, chosen),
      within: place && { low: place.id, high: asked.below === 'yes' ? place.lastId : place.id },
      agreementId: asked.agreement,
      partyId: asked.party,
      threadId: asked.line,
      state: asked.state,
      from: asked.from,
      to: asked.to,
      text: asked.text,
      today,
    },
  };
}

// Where somebody works is where their day is.
function homeOf({ actor }: Context): number | null {
  return actor.kind === 'account' ? (actor.roles[0]?.territoryId ?? null) : null;
}
