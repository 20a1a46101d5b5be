import type { OutputOf } from '#contract/operation.ts';
import type { registeringOperations } from '#contract/agreements/registering.ts';
import { findPlaces } from '#database/actors/place-views.ts';
import type { SheetRecord } from '#database/registering/sheet-store.ts';
import type { Resolution } from '#domain/agreements/sheet-shapes.ts';
import { showPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { understandSheet, type Understood } from './understand-sheet.ts';

type Answer = OutputOf<typeof registeringOperations.getCommitmentSheet>;

const samplesShown = 3;

/** A list as its sender sees it. */
export async function showSheet(tx: Transaction, context: Context, sheet: SheetRecord): Promise<Answer> {
  const [understood, places] = await Promise.all([
    understandSheet(tx, context, sheet),
    findPlaces(tx, [sheet.territoryId]),
  ]);
  const place = places.get(sheet.territoryId);
  if (!place) throw new Error(`territory ${sheet.territoryId} of a list is gone`);
  const { plan, rows, partyOf, agreement } = understood;
  const counted = { create: plan.drafts.length, same: plan.same.length, skipped: plan.skipped.length };
  const { isRemembered = false, ...mapping } = sheet.mapping ?? { isRemembered: false };
  return {
    id: sheet.id,
    version: sheet.version,
    standing: sheet.standing,
    fileName: sheet.fileName,
    createdAt: sheet.createdAt.toISOString(),
    agreement: agreement ? { id: agreement.id, title: agreement.title } : null,
    territory: showPlace(place, context.language),
    sheets: sheet.sheets
      .filter(({ hidden }) => !hidden)
      .map(({ name, rows: all }) => ({ name, rows: all.length })),
    mapping: sheet.mapping === null ? null : (mapping as Answer['mapping']),
    isRemembered,
    columns: columnsOf(sheet),
    counts: { rows: rows.length, ...counted, problems: plan.problems.length },
    rows: showRows(understood),
    problems: plan.problems.map((problem) => ({
      code: problem.code,
      rows: [...problem.rows],
      field: problem.field,
      text: problem.text,
      suggestions: problem.suggestions.map((one) => ({ resolution: one, name: nameIn(one, partyOf) })),
    })),
    notices: [...sheet.notices],
    added: sheet.standing === 'applied' ? counted.same : 0,
  };
}

/** The name of the party that a decision speaks of. */
function nameIn(resolution: Resolution, partyOf: Understood['partyOf']): string | null {
  if (resolution.kind === 'party') return partyOf(resolution.party)?.name ?? null;
  if (resolution.kind === 'default') return partyOf(resolution.value)?.name ?? null;
  return null;
}

function columnsOf(sheet: SheetRecord): Answer['columns'] {
  const { mapping } = sheet;
  const grid = sheet.sheets.find(({ name }) => name === mapping?.sheet)?.rows ?? [];
  const headers = grid.find(({ number }) => number === mapping?.headerRow)?.cells ?? [];
  const below = grid.filter(({ number }) => number > (mapping?.headerRow ?? 0));
  const width = Math.max(headers.length, ...below.slice(0, 50).map(({ cells }) => cells.length), 0);
  return Array.from({ length: width }, (_, index) => ({
    index,
    letters: lettersOf(index),
    header: headers[index] ?? '',
    samples: below
      .map(({ cells }) => cells[index] ?? '')
      .filter((text) => text.trim() !== '')
      .slice(0, samplesShown)
      .map((text) => text.slice(0, 80)),
  }));
}

function lettersOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? lettersOf(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

function showRows({ plan, rows }: Understood): Answer['rows'] {
  const drafts = new Map(plan.drafts.map((draft) => [draft.row, draft]));
  const same = new Set(plan.same);
  const skipped = new Set(plan.skipped);
  return rows.map(({ row, cells, due }) => {
    const draft = drafts.get(row);
    const outcome = draft ? 'create' : same.has(row) ? 'same' : skipped.has(row) ? 'skipped' : 'problem';
    const names = draft && [draft.obligor, ...draft.coObliged].map(({ name }) => name).join(', ');
    return {
      row,
      outcome,
      what: cells.what,
      obligor: names ?? cells.obligor,
      beneficiary: draft ? (draft.beneficiary?.name ?? null) : cells.beneficiary,
      dueOn: draft?.dueOn ?? (due !== null && 'day' in due ? due.day : null),
      isDueFilledIn: draft?.isDueFilledIn ?? false,
      proof: draft?.proof ?? cells.proof,
    };
  });
}
