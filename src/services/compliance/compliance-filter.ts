import type { ComplianceFilter } from '#database/compliance/counted-dues.ts';
import { findOwedTogether } from '#database/ledger/ledger-views.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';

type Asked = {
  readonly territory: string;
  readonly agreement?: string | undefined;
  readonly party?: string | undefined;
  readonly line?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** What figures are asked of, as the database is asked for it. */
export async function complianceFilter(tx: Transaction, context: Context, asked: Asked) {
  const place = await getPlace(tx, asked.territory);
  const today = await todayOf(tx, context, place.id);
  const filter: ComplianceFilter = {
    within: { low: place.id, high: place.lastId },
    country: place.country,
    today,
    agreementId: asked.agreement,
    partyId: asked.party,
    owedTogether: asked.party === undefined ? [] : await findOwedTogether(tx, [asked.party]),
    threadId: asked.line,
    from: asked.from,
    to: asked.to,
  };
  return { place, filter };
}
