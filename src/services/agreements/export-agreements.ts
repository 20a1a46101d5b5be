import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { listAgreementRows } from '#database/agreements/agreement-views.ts';
import { inScope } from '#database/connection.ts';
import { tableMediaTypes, writeTable, type TableColumn, type TableRow } from '#formats/tables/index.ts';
import { voiceOf, type Say } from '#words/index.ts';
import type { Context } from '../context.ts';
import { readAgreementFilter } from './list-agreements.ts';
import { lookUpForAgreements, showAgreement } from './show-agreements.ts';

type Operation = typeof agreementsOperations.exportAgreements;
type Shown = ReturnType<typeof showAgreement>;

/** Exactly the agreements that the list shows. */
export async function exportAgreements(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { format } = input;
  const say = voiceOf(context.language);
  const rows = await inScope(context.database, context.actor.scope, async (tx) => {
    const agreements = await listAgreementRows(tx, await readAgreementFilter(tx, context, input), null);
    const names = await lookUpForAgreements(tx, context, agreements);
    return agreements.map((row) => rowOf(showAgreement(row, names), say));
  });
  const name = say('agreements.sheet');
  const bytes = await writeTable([{ name, columns: columnsOf(say), rows }], format, { excel: true });
  return { fileName: `${name}.${format}`, mediaType: tableMediaTypes[format], bytes };
}

function columnsOf(say: Say): TableColumn[] {
  const text = (key: string) => ({ key, header: say.dynamic(`agreements.column.${key}`) });
  const day = (key: string) => ({ ...text(key), kind: 'day' as const });
  return [
    text('id'),
    text('number'),
    text('title'),
    text('kind'),
    text('standing'),
    text('territory'),
    text('parties'),
    day('effective-on'),
    day('ends-on'),
    text('public'),
    text('example'),
  ];
}

function rowOf(agreement: Shown, say: Say): TableRow {
  return {
    id: agreement.id,
    number: agreement.number,
    title: agreement.title,
    kind: say.dynamic(`agreements.kind.${agreement.kind}`),
    standing: say.dynamic(`agreements.standing.${agreement.standing}`),
    territory: agreement.territory.name,
    parties: agreement.parties.map(({ name }) => name).join('; '),
    'effective-on': agreement.effectiveOn,
    'ends-on': agreement.endsOn,
    public: say(agreement.isPublic ? 'agreements.yes' : 'agreements.no'),
    example: agreement.example ? say('agreements.example') : null,
  };
}
