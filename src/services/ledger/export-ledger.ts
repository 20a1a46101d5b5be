import type { ledgerOperations } from '#contract/commitments/ledger.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { listLedgerLines } from '#database/ledger/ledger-views.ts';
import type { LedgerGrouping } from '#domain/commitments/ledger-filter.ts';
import { ledgerColumns } from '#formats/ledger/ledger-columns.ts';
import { tableMediaTypes, writeTable, type TableRow } from '#formats/tables/index.ts';
import { say } from '#words/index.ts';
import type { Context } from '../context.ts';
import { ledgerFilter } from './ledger-filter.ts';
import { showLedger } from './show-ledger.ts';

type Operation = typeof ledgerOperations.exportLedger;
type Shown = Awaited<ReturnType<typeof showLedger>>[number];

/** What one sheet holds; more is taken territory by territory or year by year. */
const most = 50_000;

/** Every page of what the list shows, in its order, or by group where it is grouped. */
export async function exportLedger(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { format, by } = input;
  const { language } = context;
  const shown = await inScope(context.database, context.actor.scope, async (tx) => {
    const { filter } = await ledgerFilter(tx, context, input);
    const lines = await listLedgerLines(tx, filter, { after: null, limit: most });
    return showLedger(tx, context, lines, filter);
  });
  const ordered =
    by === undefined
      ? shown
      : shown.toSorted((one, other) => groupOf(one, by).localeCompare(groupOf(other, by), 'es'));
  const name = say(language, 'ledger.title');
  const rows = ordered.map((one) => rowOf(one, language));
  const bytes = await writeTable([{ name, columns: ledgerColumns(language), rows }], format, { excel: true });
  return { fileName: `${name}.${format}`, mediaType: tableMediaTypes[format], bytes };
}

function groupOf(one: Shown, by: LedgerGrouping): string {
  switch (by) {
    case 'agreement':
      return one.agreement?.title ?? '';
    case 'party':
      return one.obligor.name;
    case 'territory':
      return one.territory.name;
    default:
      return one.dueOn.slice(0, 7);
  }
}

function rowOf(one: Shown, language: Context['language']): TableRow {
  return {
    what: one.what,
    due: one.dueOn,
    state: say.dynamic(language, `ledger.state-of.${one.state}`, { days: Math.abs(one.days ?? 0) }),
    action: say.dynamic(language, `ledger.action.${one.action}`),
    obligor: one.obligor.name,
    beneficiary: one.beneficiary?.name ?? null,
    verifier: one.verifier?.name ?? null,
    territory: one.territory.reference,
    place: one.territory.name,
    agreement: one.agreement?.title ?? null,
    month: one.dueOn.slice(0, 7),
    example: one.example ? say(language, 'ledger.example') : null,
    id: one.commitmentId,
  };
}
