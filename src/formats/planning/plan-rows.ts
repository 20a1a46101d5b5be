import { readAmount, isNoAmount } from '#domain/planning/amount.ts';
import { entryKinds, type EntryFields, type EntryKind } from '#domain/planning/inventory.ts';
import { findPlaceNamed, type NamedPlace } from '#domain/planning/place-names.ts';
import type { EntryDraft } from '#domain/planning/inventory-import.ts';
import { findPersonalText } from '#domain/actors/personal-text.ts';
import { isDay, type Day } from '#domain/shared/dates.ts';
import { fold } from '#domain/shared/fold.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { sentences } from '#words/index.ts';
import type { ColumnMap, PlanColumn } from './operating-plan-columns.ts';
import type { OperatingPlan } from './read-operating-plan.ts';

/** Whose sheet it is, and what its cells are read with. */
export type Surroundings = {
  readonly organisationId: string;
  readonly home: number;
  readonly places: readonly NamedPlace[];
  readonly currency: string;
  /** The year of the sheet, for rows that say none. */
  readonly year: number | null;
};

export type ReadRows = {
  readonly drafts: readonly EntryDraft[];
  readonly problems: readonly Problem[];
  /** Rows that are no programme: totals, headings between rows. */
  readonly notes: readonly Problem[];
};

type Cells = (column: PlanColumn) => string;

/** The rows of a sheet as entries of the inventory, with every fault by row and column. */
export function readPlanRows(plan: OperatingPlan, map: ColumnMap, given: Surroundings): ReadRows {
  const drafts: EntryDraft[] = [];
  const problems: Problem[] = [];
  const notes: Problem[] = [];
  if (map.title === undefined) problems.push({ code: 'planning.no-title-column', field: 'title' });
  const columns = Object.keys(map).length;
  for (const { row, cells } of plan.rows) {
    if (map.title === undefined) break;
    const cell: Cells = (column) => cells[map[column] ?? -1]?.trim() ?? '';
    const filled = cells.filter(Boolean);
    if (filled.length === 0) continue;
    if (isTotal(filled, cell('title'))) notes.push({ code: 'planning.row-total', row });
    else if (filled.length === 1 && columns > 2) {
      notes.push({ code: 'planning.row-heading', row, values: { text: (filled[0] ?? '').slice(0, 80) } });
    } else {
      const { fields, faults } = readRow(cell, given);
      problems.push(...faults.map((fault) => ({ ...fault, row })));
      if (fields) drafts.push({ row, fields });
    }
  }
  return { drafts, problems, notes };
}

const totals = /^(sub ?total|total|gran total|suma|totales|grand total)(\s|$)/;

// A total stands where the title would, or first in its row.
function isTotal(filled: readonly string[], title: string): boolean {
  return totals.test(fold(title)) || totals.test(fold(filled[0] ?? ''));
}

function readRow(cell: Cells, given: Surroundings): { fields: EntryFields | null; faults: Problem[] } {
  const faults: Problem[] = [];
  const fault = (code: string, field: PlanColumn, text: string) =>
    faults.push({ code: `planning.${code}`, field, values: { text: text.slice(0, 80) } });
  const title = cell('title');
  if (title.length < 3 || title.length > 400)
    fault(title === '' ? 'title-missing' : 'title-length', 'title', title);
  const place = findPlaceNamed(
    (['place-1', 'place-2', 'place-3', 'place'] as const).map((column) => ({
      text: cell(column),
      level: column === 'place' ? null : Number(column.slice(-1)),
    })),
    given.places,
    given.home,
  );
  if ('fault' in place) fault(place.fault, placeFieldOf(cell, place.text), place.text);
  const money = readMoney(cell, given.currency);
  if ('fault' in money) fault(money.fault, money.field, cell(money.field));
  const period = readPeriod(cell, given.year);
  if ('fault' in period) fault(period.fault, period.field, cell(period.field));
  const texts = { title, description: describe(cell), reference: cell('reference') };
  for (const [field, text] of Object.entries(texts))
    for (const { kind } of findPersonalText(text)) faults.push({ code: `actors.personal-${kind}`, field });
  if (faults.length > 0 || 'fault' in place || 'fault' in money || 'fault' in period)
    return { fields: null, faults };
  return {
    faults,
    fields: {
      territoryId: place.id,
      organisationId: given.organisationId,
      title,
      kind: kindOf(cell('kind')),
      description: texts.description === '' ? null : texts.description,
      officialReference: texts.reference === '' ? null : texts.reference.slice(0, 300),
      poaCode: cell('code') === '' ? null : cell('code').slice(0, 100),
      periodFrom: period.from,
      periodTo: period.to,
      amount: money.amount,
      currency: money.currency,
      amountYear: money.amount === null ? null : period.year,
      sourceWords: null,
    },
  };
}

function placeFieldOf(cell: Cells, text: string): PlanColumn {
  return (
    (['place-3', 'place-2', 'place-1', 'place'] as const).find((column) => cell(column) === text) ?? 'place'
  );
}

/** The description, with the goal and the unit that carries it out as the sheet says them. */
function describe(cell: Cells): string {
  const parts = [cell('description'), ...(['goal', 'unit'] as const).map((column) => labelled(cell, column))];
  return parts.filter(Boolean).join('\n').slice(0, 4000);
}

function labelled(cell: Cells, column: 'goal' | 'unit'): string {
  const text = cell(column);
  return text === '' ? '' : `${sentences.es[`inventory.column.${column}`] ?? column}: ${text}`;
}

function kindOf(text: string): EntryKind {
  const word = fold(text);
  const known = (kind: EntryKind) =>
    [kind, sentences.es[`inventory.kind.${kind}`], sentences.en[`inventory.kind.${kind}`]].some(
      (one) => one !== undefined && fold(one) === word,
    );
  return entryKinds.find(known) ?? 'activity';
}

type Money =
  | { readonly amount: string | null; readonly currency: string | null }
  | { readonly fault: string; readonly field: 'amount' | 'currency' };

function readMoney(cell: Cells, own: string): Money {
  const text = cell('amount');
  if (isNoAmount(text)) return { amount: null, currency: null };
  const said = cell('currency');
  const written = said === '' ? null : readAmount(`1 ${said}`, own);
  const meant = written === null ? own : 'fault' in written ? null : written.currency;
  if (meant === null) return { fault: 'unknown-currency', field: 'currency' };
  const read = readAmount(text, meant);
  return 'fault' in read ? { fault: read.fault, field: 'amount' } : read;
}

type Period =
  | { readonly from: Day | null; readonly to: Day | null; readonly year: number | null }
  | { readonly fault: string; readonly field: 'from' | 'to' | 'year' };

function readPeriod(cell: Cells, sheetYear: number | null): Period {
  const years = /^(20\d{2}|19\d{2})(?:\s*[-–/a]+\s*(20\d{2}))?$/.exec(cell('year').trim());
  if (cell('year') !== '' && !years) return { fault: 'not-a-year', field: 'year' };
  const first = years ? Number(years[1]) : sheetYear;
  const last = years?.[2] === undefined ? first : Number(years[2]);
  const from = cell('from') === '' ? (first === null ? null : `${first}-01-01`) : dayOf(cell('from'));
  if (from === undefined) return { fault: 'not-a-day', field: 'from' };
  const to = cell('to') === '' ? (last === null ? null : `${last}-12-31`) : dayOf(cell('to'));
  if (to === undefined) return { fault: 'not-a-day', field: 'to' };
  return { from, to, year: first ?? (from === null ? null : Number(from.slice(0, 4))) };
}

// As in every sheet: the year first, or the day first.
function dayOf(text: string): Day | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/.exec(text)?.[1];
  const [, day = '', , month = '', year = ''] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  const value = iso ?? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(value) ? value : undefined;
}
