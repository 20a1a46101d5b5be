import { readAnswer, readNumber, type Answer } from '#domain/reporting/answer.ts';
import { cellsOf, isAsked, isNumeric, type Form, type Item } from '#domain/reporting/form.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { columnLetters, readTable, type Cell, type SheetReading } from '../tables/index.ts';
import { identitySheet, templateColumns } from './report-template.ts';

/** A workbook that came back: which report it says that it is of, and the sheet that was filled in. */
export type TemplateReading = {
  readonly reportId: string;
  readonly formNumber: string;
  readonly title: string;
  readonly subject: string;
  readonly period: string;
  readonly sheet: SheetReading;
};

/** Reads a workbook so far as to know what it is. @throws Refusal `reporting.not-a-template`, or what tables refuse */
export async function readReportTemplate(bytes: Uint8Array): Promise<TemplateReading> {
  const { sheets } = await readTable(bytes, { hidden: true });
  const identity = new Map(
    sheets
      .find(({ name }) => name === identitySheet)
      ?.rows.map(({ cells }) => [cells[0]?.text ?? '', cells[1]?.text ?? '']),
  );
  const sheet = sheets.find(
    ({ name, hidden, rows }) =>
      name !== identitySheet && !hidden && rows.some(({ cells }) => cells.length > templateColumns.answer),
  );
  if (identity.get('articula') !== 'report-1' || !sheet) throw refuse('reporting.not-a-template');
  const said = (name: string) => identity.get(name) ?? '';
  return {
    reportId: said('report'),
    formNumber: said('form'),
    title: said('title'),
    subject: said('subject'),
    period: said('period'),
    sheet,
  };
}

export type TemplateAnswers = {
  readonly answers: readonly { readonly cell: string; readonly answer: Answer }[];
  /** Cells left blank: not answered, whatever was answered before stays. */
  readonly blank: number;
};

/**
 * The answers of a sheet.
 * @throws Refusal `reporting.template-problems` with every problem, each with its sheet and cell
 */
export function readTemplateAnswers({ sheet }: TemplateReading, form: Form): TemplateAnswers {
  const cells = new Map(cellsOf(form).map((one) => [one.cell, one]));
  const isShown = new Set(
    form.sections.flatMap(({ items }) => items.flatMap((item) => (isAsked(item) ? [] : [item.key]))),
  );
  const problems: Problem[] = [];
  const answers: { cell: string; answer: Answer }[] = [];
  const seen = new Set<string>();
  let blank = 0;
  // The first row holds the headers.
  for (const { number, cells: row } of sheet.rows.filter((one) => one.number > 1)) {
    const key = row[templateColumns.key]?.text ?? '';
    const given = row[templateColumns.answer];
    const known = cells.get(key);
    const at = (column: number) => ({
      sheet: sheet.name,
      cell: `${columnLetters(column)}${number}`,
      row: number,
    });
    // What is worked out is in the sheet to be seen, and is worked out anew.
    if (isShown.has(key)) continue;
    if (!known || seen.has(key)) {
      if (given !== undefined && given.text !== '')
        problems.push({ code: 'reporting.row-not-of-this-report', ...at(templateColumns.key) });
      continue;
    }
    seen.add(key);
    const read = readCell(known.item, given);
    if ('problem' in read) problems.push({ ...read.problem, ...at(templateColumns.answer) });
    else if (read.answer === null) blank += 1;
    else answers.push({ cell: key, answer: read.answer });
  }
  const missing = [...cells.keys()].filter((key) => !seen.has(key));
  if (missing.length > 0)
    problems.push({
      code: 'reporting.rows-are-missing',
      sheet: sheet.name,
      values: { count: missing.length },
    });
  if (problems.length > 0)
    throw refuse('reporting.template-problems', { problems, values: { count: problems.length } });
  return { answers, blank };
}

function readCell(item: Item, cell: Cell | undefined): ReturnType<typeof readAnswer> {
  if (cell === undefined) return { answer: null };
  if (cell.type === 'error')
    return { problem: { code: 'reporting.formula-error', values: { text: cell.text } } };
  if (isNumeric(item) && cell.type === 'date') return { problem: { code: 'reporting.date-for-number' } };
  if (isNumeric(item) && cell.type === 'number' && cell.text !== '')
    return readNumber(item, Number(cell.text));
  return readAnswer(item, cell.text);
}
