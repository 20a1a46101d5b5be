import { findValueImport, updateValueImport, type ImportRow } from '#database/value-imports/import-store.ts';
import { proposedIndicator } from '#domain/values/import/propose-indicator.ts';
import { writtenAs } from '#domain/values/import/plan-import.ts';
import { permit, permitSomewhere } from '#domain/access/permissions.ts';
import { Refusal } from '#domain/shared/refusal.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { refuse } from '#domain/values/refusals.ts';
import { leftOutReasons } from '#domain/values/import/left-out.ts';
import type { Tally } from '#domain/values/import/tally.ts';
import type { RowSource } from '#formats/values/row-source.ts';
import type { Context, Transaction } from '../context.ts';
import { studyImport, type Studied } from './study-import.ts';

/** An import that whoever asks may see. */
export async function seeImport(tx: Transaction, context: Context, id: string): Promise<ImportRow> {
  permitSomewhere(context.actor, 'import');
  const row = await findValueImport(tx, id);
  if (!row) throw refuse('values.import-not-found');
  return row;
}

/** An import that is still open, in the version that was seen; `also` names further stages in which something may be done to it. */
export async function openImport(
  tx: Transaction,
  context: Context,
  input: { readonly importId: string; readonly version: number },
  also: readonly string[] = [],
): Promise<ImportRow> {
  const row = await seeImport(tx, context, input.importId);
  permit(context.actor, 'import', { territoryId: row.territory_id });
  if (!['open', 'refused', ...also].includes(row.stage)) throw refuse('values.import-not-open');
  if (row.version !== input.version) throw refuseShared('shared.stale', {});
  return row;
}

/** Reads the file again as it is understood now and keeps what was found, or why it cannot be read. */
export async function studyAgain(tx: Transaction, context: Context, row: ImportRow): Promise<Studied | null> {
  try {
    const studied = await studyImport(tx, context, row);
    await keepFindings(tx, row, studied);
    return studied;
  } catch (problem) {
    await keepRefusal(tx, row, problem);
    return null;
  }
}

/** Keeps why a file cannot be read; anything else than a refusal is a bug and goes on. */
export async function keepRefusal(tx: Transaction, row: ImportRow, problem: unknown): Promise<void> {
  if (!(problem instanceof Refusal)) throw problem;
  await updateValueImport(tx, row, {
    stage: 'refused',
    refusal: JSON.stringify({ code: problem.code, values: problem.details.values ?? {} }),
  });
}

const mostKept = 200;

// Elements that the file speaks of, that nobody here knows, and that the metadata describe.
function proposalsOf({ understood, known }: Studied) {
  const asked = understood.problems.filter(({ code }) => code === 'values.unknown-indicator');
  return asked.flatMap(({ values }) => {
    const element = known.dictionary.elements.get(String(values?.['key'] ?? values?.['text'] ?? ''));
    const proposal = element ? proposedIndicator(element) : null;
    if (!proposal) return [];
    const { code, composition, title, unit, valueType } = proposal;
    return [{ element: proposal.element, code, title, valueType, composition, unit }];
  });
}

/** Keeps what studying a file found. */
export async function keepFindings(tx: Transaction, row: ImportRow, studied: Studied): Promise<void> {
  const { source, understood, doubts } = studied;
  const { tally, plan, resolved } = understood;
  const places = [...tally.places.values()].flatMap((place) => {
    const found = resolved.get(place.key);
    if (found && 'territoryId' in found) return [];
    const text = writtenAs(place);
    return [{ key: place.key, text, rows: place.rows, candidates: found?.candidates.slice(0, 8) ?? [] }];
  });
  await updateValueImport(tx, row, {
    stage: 'open',
    rows_read: tally.rows,
    layout: JSON.stringify(understood.layout),
    layout_origin: studied.layoutOrigin,
    settings: JSON.stringify(studied.settings),
    refusal: null,
    findings: JSON.stringify({
      sheet: source.sheet,
      sheets: source.sheets,
      headers: source.headers,
      sample: source.sample.slice(0, 5).map(({ cells }) => cells.map((cell) => cell.slice(0, 120))),
      values: plan.values.length,
      crosswalks: understood.crosswalkIds,
      unread: unreadOf(tally, source),
      notices: source.grid?.notices ?? [],
      doubts: doubts.slice(0, mostKept),
      places: places.slice(0, mostKept),
      problems: understood.problems.slice(0, mostKept),
      problemCount: understood.problemCount + doubts.length,
      format: source.format,
      left: source.left ?? null,
      metadata: row.metadata_sha256 === null ? null : studied.known.dictionary.counts,
      proposals: proposalsOf(studied).slice(0, mostKept),
    }),
  });
}

/** How many rows tell nothing, and why; those hidden in a sheet were not read at all. */
export function unreadOf({ leftOut }: Tally, { grid }: RowSource) {
  const hidden = grid?.notices.find(({ code }) => code === 'table.hidden-rows')?.values?.['rows'];
  const told = leftOutReasons.flatMap((reason) => {
    const found = leftOut.get(reason);
    return found ? [{ reason, rows: found.rows, firstRows: found.first }] : [];
  });
  return hidden === undefined
    ? told
    : [...told, { reason: 'hidden' as const, rows: Number(hidden), firstRows: [] }];
}
