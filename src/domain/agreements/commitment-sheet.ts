import { fold } from '#domain/shared/fold.ts';
import { readSheetRow } from './read-sheet-row.ts';
import type {
  Resolution,
  SheetDraft,
  SheetPlan,
  SheetProblem,
  SheetRow,
  SheetRules,
} from './sheet-shapes.ts';

/** What a list would bring in, and everything that has to be put right first. */
export function planSheet(
  rows: readonly SheetRow[],
  resolutions: readonly Resolution[],
  rules: SheetRules,
): SheetPlan {
  const skips = new Set(resolutions.flatMap((one) => (one.kind === 'skip' ? [one.row] : [])));
  const readings = rows
    .filter(({ row }) => !skips.has(row))
    .map((row) => readSheetRow(row, resolutions, rules));
  const seen = new Map<string, number>();
  const drafts: SheetDraft[] = [];
  const same: number[] = [];
  const problems = readings.flatMap((reading) => reading.problems);
  for (const { draft } of readings) {
    if (!draft) continue;
    const first = seen.get(draft.key);
    if (rules.existingKeys.has(draft.key)) same.push(draft.row);
    else if (first !== undefined) problems.push(repeated(draft, first));
    else drafts.push(draft);
    seen.set(draft.key, first ?? draft.row);
  }
  return { drafts, same, skipped: [...skips], problems: together(problems) };
}

function repeated(draft: SheetDraft, first: number): SheetProblem {
  const suggestions: Resolution[] = [{ kind: 'skip', row: draft.row }];
  return { code: 'row-repeated', rows: [draft.row], field: null, text: String(first), suggestions };
}

/** The same thing wrong in many rows is one problem to put right, once. */
function together(problems: readonly SheetProblem[]): SheetProblem[] {
  const groups = new Map<string, SheetProblem>();
  for (const problem of problems) {
    const isOne = ['unknown-party', 'several-parties', 'no-beneficiary', 'no-proof'].includes(problem.code);
    const key = isOne ? `${problem.code} ${fold(problem.text ?? '')}` : `${problem.code} ${problem.rows[0]}`;
    const known = groups.get(key);
    groups.set(key, known ? { ...known, rows: [...known.rows, ...problem.rows] } : problem);
  }
  return [...groups.values()].toSorted((one, other) => (one.rows[0] ?? 0) - (other.rows[0] ?? 0));
}

/** What accepting every suggestion would decide: the first of each problem. */
export function proposedResolutions(problems: readonly SheetProblem[]): Resolution[] {
  return problems.flatMap(({ suggestions }) => suggestions.slice(0, 1));
}
