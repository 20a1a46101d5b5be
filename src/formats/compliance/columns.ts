import type { TableColumn } from '#formats/tables/index.ts';
import { say, type Language } from '#words/index.ts';

/** The columns of a sheet of figures. */
export function figureColumns(language: Language): TableColumn[] {
  return [
    { key: 'code', header: say(language, 'compliance.column.code'), kind: 'code' },
    { key: 'name', header: say(language, 'compliance.column.figure'), width: 40 },
    { key: 'numerator', header: say(language, 'compliance.column.numerator'), kind: 'number' },
    { key: 'denominator', header: say(language, 'compliance.column.denominator'), kind: 'number' },
    { key: 'value', header: say(language, 'compliance.column.value'), kind: 'number' },
    { key: 'p90', header: say(language, 'compliance.column.p90'), kind: 'number' },
    { key: 'currency', header: say(language, 'compliance.column.currency') },
  ];
}

/** The columns of the arithmetic of a figure. */
export function caseColumns(language: Language): TableColumn[] {
  return [
    { key: 'title', header: say(language, 'compliance.column.case'), width: 50 },
    { key: 'territory', header: say(language, 'compliance.column.territory'), kind: 'code' },
    { key: 'on', header: say(language, 'compliance.column.on'), kind: 'day' },
    { key: 'counted', header: say(language, 'compliance.column.counted'), width: 24 },
    { key: 'why', header: say(language, 'compliance.column.why'), width: 40 },
    { key: 'weight', header: say(language, 'compliance.column.weight'), kind: 'number' },
    { key: 'days_late', header: say(language, 'compliance.column.days-late'), kind: 'integer' },
    { key: 'days_lost', header: say(language, 'compliance.column.days-lost'), kind: 'integer' },
    { key: 'budget', header: say(language, 'compliance.column.budget'), width: 24 },
    { key: 'held_by', header: say(language, 'compliance.column.held-by'), width: 40 },
    { key: 'example', header: say(language, 'ledger.example') },
  ];
}
