import type { ledgerOperations } from '#contract/commitments/ledger.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { listLedgerLines } from '#database/ledger/ledger-views.ts';
import { publicColumns } from '#formats/ledger/public-columns.ts';
import { tableMediaTypes, writeTable, type TableRow } from '#formats/tables/index.ts';
import { say } from '#words/index.ts';
import type { Context } from '../context.ts';
import { asEverybody } from './as-everybody.ts';
import { ledgerFilter } from './ledger-filter.ts';
import { showPublic } from './show-public.ts';

type Operation = typeof ledgerOperations.exportPublicCommitments;
type Shown = Awaited<ReturnType<typeof showPublic>>[number];

/** What one file holds; more is taken territory by territory. */
const most = 50_000;

/** All that the public list of a territory shows, as a file for programs or for a spreadsheet. */
export async function exportPublicCommitments(
  given: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const context = asEverybody(given);
  const { format, territory } = input;
  const { language } = context;
  const { shown, today } = await inScope(context.database, context.actor.scope, async (tx) => {
    const { filter } = await ledgerFilter(tx, context, { ...input, side: 'oversee', below: 'yes' });
    const lines = await listLedgerLines(tx, filter, { after: null, limit: most });
    return { shown: await showPublic(tx, context, lines, filter.today), today: filter.today };
  });
  const name = say(language, 'portal.file-name', { territory, day: today });
  const fileName = `${name}.${format}`;
  const { origin } = context.installation;
  if (format === 'json') {
    const items = shown.map((one) => ({ ...one, page: pageOf(origin, one) }));
    const text = JSON.stringify({ territory, today, items }, null, 1);
    return { fileName, mediaType: 'application/json', bytes: new TextEncoder().encode(text) };
  }
  const rows = shown.map((one) => rowOf(one, language, origin));
  const sheet = { name: say(language, 'portal.title'), columns: publicColumns(language), rows };
  return {
    fileName,
    mediaType: tableMediaTypes[format],
    bytes: await writeTable([sheet], format, { excel: true }),
  };
}

function pageOf(origin: string, one: Shown): string {
  return `${origin}/compromisos/${one.commitmentId}`;
}

function rowOf(one: Shown, language: Context['language'], origin: string): TableRow {
  return {
    what: one.what,
    obligor: one.obligor,
    beneficiary: one.beneficiary,
    territory: one.territory.reference,
    place: one.territory.name,
    due: one.dueOn,
    state: say.dynamic(language, `ledger.state-of.${one.state}`, { days: one.days ?? 0 }),
    code: one.state,
    cash: one.cash,
    currency: one.currency,
    inKind: one.inKind,
    agreement: one.agreement?.title ?? null,
    reply: one.reply,
    repliedOn: one.repliedOn,
    example: one.example ? say(language, 'ledger.example') : null,
    page: pageOf(origin, one),
    id: one.id,
  };
}
