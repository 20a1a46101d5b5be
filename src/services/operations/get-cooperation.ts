import type { cooperationOperations } from '#contract/cooperation.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findAgreements } from '#database/agreements/agreement-views.ts';
import { inScope } from '#database/connection.ts';
import { countLedgerLines, listLedgerLines } from '#database/ledger/ledger-views.ts';
import type { LedgerFilter } from '#database/ledger/ledger-filter-sql.ts';
import {
  findBindingAgreements,
  findLastSession,
  sumCommittedMoney,
} from '#database/operations/cooperation-views.ts';
import { getPlace } from '../actors/look-up.ts';
import { lookUpForAgreements, showAgreement } from '../agreements/show-agreements.ts';
import type { Context, Transaction } from '../context.ts';
import { ledgerFilter } from '../ledger/ledger-filter.ts';
import { showLedger } from '../ledger/show-ledger.ts';

type Operation = typeof cooperationOperations.getCooperation;

const atMost = 5;
const mostCounted = 1000;

/** What binds in a territory, with how much, what was promised there and what of it is late. */
export async function getCooperation(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.territory);
    const asked = {
      side: 'oversee',
      territory: input.territory,
      below: 'yes',
      state: 'overdue',
    } as const;
    const { filter } = await ledgerFilter(tx, context, asked);
    const binding = await findBindingAgreements(tx, { low: place.id, high: place.lastId }, filter.today);
    const found = await findAgreements(tx, binding);
    const rows = binding.flatMap((id) => found.get(id) ?? []);
    const shown = rows.slice(0, atMost);
    const names = await lookUpForAgreements(tx, context, shown);
    const money = await sumCommittedMoney(tx, binding);
    const session = await findLastSession(tx, binding);
    const states = [{ ...filter, state: 'open' as const }, filter];
    const [open = 0, late = 0] = await countLedgerLines(tx, states, mostCounted);
    const about = session && found.get(session.agreement_id);
    return {
      today: filter.today,
      agreements: shown.map((row) => showAgreement(row, names)),
      agreementCount: rows.length,
      money: money.map(({ currency, cash, in_kind: inKind }) => ({ currency, cash, inKind })),
      lastSession:
        session && about
          ? {
              agreement: { id: about.id, name: about.shortName ?? about.title },
              heldOn: session.held_on ?? '',
              present: session.present ?? 0,
              seats: session.seats,
              hadQuorum: (session.present ?? 0) >= session.quorum,
              decisions: session.decisions,
            }
          : null,
      commitments: await firstDues(tx, context, filter),
      open: Math.min(open, mostCounted),
      late: Math.min(late, mostCounted),
    };
  });
}

/** The late ones first, then what falls due next. */
async function firstDues(tx: Transaction, context: Context, filter: LedgerFilter) {
  const late = await listLedgerLines(tx, filter, { after: null, limit: atMost });
  const open = { ...filter, state: 'open', from: filter.today } as const;
  const next =
    late.length < atMost ? await listLedgerLines(tx, open, { after: null, limit: atMost - late.length }) : [];
  return showLedger(tx, context, [...late, ...next], filter);
}
