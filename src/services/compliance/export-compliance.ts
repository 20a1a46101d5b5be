import type { complianceOperations } from '#contract/compliance/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { countedWordOf, isIndicatorCode, type IndicatorCode } from '#domain/compliance/indicators.ts';
import { refuse } from '#domain/compliance/refusals.ts';
import { caseColumns, figureColumns } from '#formats/compliance/columns.ts';
import { tableMediaTypes, writeTable, type TableRow } from '#formats/tables/index.ts';
import { say } from '#words/index.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import type { ComplianceFilter } from '#database/compliance/counted-dues.ts';
import { casesOf } from './cases-of.ts';
import { complianceFilter } from './compliance-filter.ts';
import { figuresOf } from './figures-of.ts';

type Operation = typeof complianceOperations.exportCompliance;

/** As many cases as a sheet is opened with; figures over more are asked for by territory or period. */
const mostCases = 20_000;

/** Exactly the figures, or the arithmetic of one, that the page shows for the same filter. */
export async function exportCompliance(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { code, format } = input;
  if (code !== undefined && !isIndicatorCode(code)) throw refuse('compliance.unknown-indicator');
  const { language } = context;
  const rows = await inScope(context.database, context.actor.scope, async (tx) => {
    const { filter } = await complianceFilter(tx, context, input);
    return code === undefined ? figureRows(tx, context, filter) : caseRows(tx, context, filter, code);
  });
  const title = say(language, 'compliance.title');
  const name = code === undefined ? title : `${title} ${code}`;
  const columns = code === undefined ? figureColumns(language) : caseColumns(language);
  const bytes = await writeTable([{ name, columns, rows }], format, { excel: true });
  return { fileName: `${name} ${input.territory}.${format}`, mediaType: tableMediaTypes[format], bytes };
}

async function figureRows(tx: Transaction, context: Context, filter: ComplianceFilter): Promise<TableRow[]> {
  const { figures } = await figuresOf(tx, filter);
  return figures.map((one) => ({
    code: one.code,
    name: say.dynamic(context.language, `compliance.indicator.${one.code}.${one.part}`),
    numerator: one.numerator,
    denominator: one.denominator,
    value: one.value,
    p90: one.p90,
    currency: one.currency,
  }));
}

async function caseRows(
  tx: Transaction,
  context: Context,
  filter: ComplianceFilter,
  code: IndicatorCode,
): Promise<TableRow[]> {
  const cases = await casesOf(tx, code, filter, { after: null, limit: mostCases });
  const places = await lookUp(tx, context, { territories: cases.map(({ territoryId }) => territoryId) });
  const word = (key: string) => say.dynamic(context.language, key);
  return cases.map((one) => ({
    title: one.title,
    territory: places.place(one.territoryId).reference,
    on: one.on,
    counted: word(`compliance.counted.${countedWordOf(code, one.counted)}`),
    why: word(`compliance.why.${one.why}`),
    weight: one.weight,
    days_late: one.daysLate,
    days_lost: one.daysLost,
    budget: one.budget.map(({ currency, amount }) => `${currency} ${amount.toFixed(2)}`).join('; '),
    held_by: one.heldBy.map(({ name, days }) => `${name} (${days})`).join('; '),
    example: one.example ? say(context.language, 'ledger.example') : null,
  }));
}
