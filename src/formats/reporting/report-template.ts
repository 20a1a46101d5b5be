import type { Answer } from '#domain/reporting/answer.ts';
import {
  cellsOf,
  isAsked,
  isNumeric,
  type Form,
  type FormCell,
  type Item,
  type Section,
} from '#domain/reporting/form.ts';
import { writeFillable, type Fillable, type FillableBook } from '../tables/index.ts';
import { say, type Language } from '#words/index.ts';

/** What a report's workbook is made from. */
export type TemplateOf = {
  readonly reportId: string;
  readonly title: string;
  readonly subject: string;
  readonly period: string;
  readonly dueOn: string;
  readonly formNumber: number;
  readonly form: Form;
  readonly answers: ReadonlyMap<string, Answer>;
  /** What is worked out and only shown, by item; null where it is not known yet. */
  readonly computed: ReadonlyMap<string, number | null>;
  /** What was told of the period before, by cell. */
  readonly previous: ReadonlyMap<string, number>;
};

/** Where a workbook says which report it is of. */
export const identitySheet = '_informe';
/** Columns of the sheet that is filled in. */
export const templateColumns = { key: 0, answer: 5 } as const;

/** The workbook of one report: what was already answered is in it, what is asked cannot be changed. */
export async function writeReportTemplate(report: TemplateOf, language: Language): Promise<Uint8Array> {
  return writeFillable({
    instructions: {
      name: say(language, 'reporting.template.instructions'),
      lines: instructionsOf(report, language),
    },
    sheet: {
      name: say(language, 'reporting.template.sheet'),
      column: templateColumns.answer,
      headers: headersIn(language),
      rows: rowsOf(report, language),
      error: {
        title: say(language, 'reporting.template.wrong'),
        message: say(language, 'reporting.template.wrong-number'),
      },
    },
    identity: {
      name: identitySheet,
      rows: [
        ['articula', 'report-1'],
        ['report', report.reportId],
        ['title', report.title],
        ['subject', report.subject],
        ['period', report.period],
        ['form', String(report.formNumber)],
      ],
    },
  });
}

function instructionsOf({ dueOn, form, period, subject, title }: TemplateOf, language: Language): string[] {
  return [
    say(language, 'reporting.template.title', { title, subject, period }),
    say(language, 'reporting.template.how', { day: dueOn }),
    say(language, 'reporting.template.zero'),
    say(language, 'reporting.template.blank'),
    say(language, 'reporting.template.back'),
    ...(form.rules.length === 0
      ? []
      : [say(language, 'reporting.template.rules'), ...form.rules.map(({ words }) => `• ${words}`)]),
  ];
}

function headersIn(language: Language): FillableBook['sheet']['headers'] {
  return [
    { title: say(language, 'reporting.template.key'), width: 8, hidden: true },
    { title: say(language, 'reporting.template.section'), width: 22 },
    { title: say(language, 'reporting.template.item'), width: 46 },
    { title: say(language, 'reporting.template.group'), width: 18 },
    { title: say(language, 'reporting.template.unit'), width: 12 },
    { title: say(language, 'reporting.template.answer'), width: 22 },
    { title: say(language, 'reporting.template.previous'), width: 14 },
    { title: say(language, 'reporting.template.help'), width: 46 },
  ];
}

type Row = FillableBook['sheet']['rows'][number];

function rowsOf(report: TemplateOf, language: Language): readonly Row[] {
  const none = [say(language, 'reporting.state.unknown'), say(language, 'reporting.state.not-applicable')];
  const cells = Map.groupBy(cellsOf(report.form), ({ item }) => item.key);
  return report.form.sections.flatMap((section) =>
    section.items.flatMap((item) =>
      isAsked(item)
        ? askedRows(report, cells.get(item.key) ?? [], { language, none })
        : [shownRow(report, section, item, language)],
    ),
  );
}

/** What is worked out: locked, as it was when the workbook was made. */
function shownRow(report: TemplateOf, section: Section, item: Item, language: Language): Row {
  const help = [say(language, 'reporting.template.computed'), item.help].filter(Boolean).join(' ');
  const value = report.computed.get(item.key) ?? null;
  return { cells: [item.key, section.title, item.label, null, item.unit, value, null, help], fill: null };
}

function askedRows(
  report: TemplateOf,
  cells: readonly FormCell[],
  { language, none }: { readonly language: Language; readonly none: readonly string[] },
): Row[] {
  return cells.map((one) => ({
    cells: [
      one.cell,
      one.section.title,
      one.item.label + (one.item.required ? ' *' : ''),
      one.crossing?.label ?? null,
      one.item.unit,
      writtenAnswer(one, report.answers.get(one.cell) ?? null, language),
      report.previous.get(one.cell) ?? null,
      one.item.help,
    ],
    fill: fillOf(one, none, language),
  }));
}

function fillOf({ item }: FormCell, none: readonly string[], language: Language): Fillable {
  if (isNumeric(item))
    return { kind: 'number', choices: none, prompt: say(language, 'reporting.template.number-prompt') };
  const prompt = say(language, 'reporting.template.choice-prompt');
  if (item.kind === 'yes-no') {
    const choices = [say(language, 'reporting.yes'), say(language, 'reporting.no'), ...none];
    return { kind: 'list', choices, prompt };
  }
  if (item.kind === 'choice')
    return { kind: 'list', choices: [...item.choices.map(({ label }) => label), ...none], prompt };
  return { kind: 'text', choices: [], prompt: '' };
}

function writtenAnswer(
  { item }: FormCell,
  answer: Answer | null,
  language: Language,
): string | number | null {
  if (answer === null) return null;
  if (answer.state !== 'value') return say(language, `reporting.state.${answer.state}`);
  if (answer.number !== null) return answer.number;
  if (item.kind === 'yes-no') return say(language, answer.text === 'yes' ? 'reporting.yes' : 'reporting.no');
  return item.choices.find(({ key }) => key === answer.text)?.label ?? answer.text;
}
