import type { ledgerOperations } from '#contract/commitments/ledger.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findPartyNames } from '#database/compliance/case-views.ts';
import { inScope } from '#database/connection.ts';
import { findAgreementTitles, groupLedgerLines, type LedgerGroup } from '#database/ledger/ledger-views.ts';
import type { LedgerGrouping } from '#domain/commitments/ledger-filter.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { ledgerFilter } from './ledger-filter.ts';

type Operation = typeof ledgerOperations.groupLedger;

const mostGroups = 300;

export async function groupLedger(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { filter } = await ledgerFilter(tx, context, input);
    const groups = await groupLedgerLines(tx, filter, input.by, mostGroups + 1);
    const shown = groups.slice(0, mostGroups);
    const titles = await titlesOf(tx, context, input.by, shown);
    const items = shown.map((group) => ({ ...group, ...titles(group.key) }));
    // Months stay in their order, everything else is found by its name.
    if (input.by !== 'month') items.sort((one, other) => one.title.localeCompare(other.title, 'es'));
    return { items, isMore: groups.length > mostGroups };
  });
}

async function titlesOf(
  tx: Transaction,
  context: Context,
  by: LedgerGrouping,
  groups: readonly LedgerGroup[],
): Promise<(key: string) => { title: string; reference: string | null }> {
  const keys = groups.map(({ key }) => key).filter((key) => key !== '');
  if (by === 'month') return (key) => ({ title: key, reference: null });
  if (by === 'territory') {
    const places = await lookUp(tx, context, { territories: keys.map(Number) });
    return (key) => {
      const { name, reference } = places.place(Number(key));
      return { title: name, reference };
    };
  }
  const names = by === 'party' ? await findPartyNames(tx, keys) : await findAgreementTitles(tx, keys);
  return (key) => ({ title: names.get(key) ?? '', reference: null });
}
