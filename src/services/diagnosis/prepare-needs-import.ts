import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import type { InputOf } from '#contract/operation.ts';
import type { PlaceRow } from '#database/actors/place-views.ts';
import { findNeedsForExchange, findStructureNamesOf } from '#database/diagnosis/need-views.ts';
import { likenessKey } from '#domain/actors/duplicates.ts';
import { planNeedImport, type NeedDraft } from '#domain/diagnosis/need-import.ts';
import { permitImportNeeds } from '#domain/diagnosis/permissions.ts';
import { refuse } from '#domain/diagnosis/refusals.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import type { NeedLine, ReadNeeds } from '#formats/diagnosis/read-needs-table.ts';
import type { Context, Transaction } from '../context.ts';
import { finderFor, type Finder } from '../actors/import-places.ts';
import { getPlace } from '../actors/look-up.ts';
import { todayOf } from '../today.ts';
import { newId } from '../new-id.ts';

type Input = InputOf<typeof diagnosisOperations.importNeeds>;

/**
 * What a file would do in its territory.
 * @throws Refusal `diagnosis.import-problems` with every fault of the file and of what it names, in order of rows
 */
export async function prepareNeedsImport(tx: Transaction, context: Context, input: Input, read: ReadNeeds) {
  const place = await getPlace(tx, input.territory);
  permitImportNeeds(context.actor, place.id);
  const existing = await findNeedsForExchange(tx, { low: place.id, high: place.lastId });
  const { drafts, problems: unfound } = await draftsOf(tx, place, read.lines);
  const known = existing.map(({ id, territoryId, standing, version, ...fields }) => ({
    id,
    territoryId,
    standing,
    version,
    fields,
  }));
  const today = await todayOf(tx, context, place.id);
  const plan = planNeedImport(drafts, known, { today, newId });
  const problems = [...read.problems, ...unfound, ...withoutRepeated(plan.problems, unfound)].toSorted(
    (one, other) => (one.row ?? 0) - (other.row ?? 0),
  );
  if (problems.length > 0)
    throw refuse('diagnosis.import-problems', { problems, values: { count: problems.length } });
  return { place, plan, report: reportOf(plan.outcomes, read.notes) };
}

// Whom a row names but nobody knows is one fault, not also that nobody prioritised it.
function withoutRepeated(problems: readonly Problem[], unfound: readonly Problem[]): Problem[] {
  return problems.filter(
    (problem) => !unfound.some((other) => other.row === problem.row && other.field === problem.field),
  );
}

async function draftsOf(tx: Transaction, place: PlaceRow, lines: readonly NeedLine[]) {
  const finder = await finderFor(tx, place);
  const structures = await findStructureNamesOf(tx, place.country);
  const structureOf = (name: string, near: number) => {
    const found = structures.filter((one) => likenessKey(one.name) === likenessKey(name));
    return found.find((one) => one.territory_id === near) ?? (found.length === 1 ? found[0] : undefined);
  };
  const drafts = lines.flatMap((line): NeedDraft[] => {
    const { row, cells } = line;
    const territoryId = finder.territory(row, cells.territory);
    if (territoryId === null) return [];
    const structure =
      cells.prioritised_by === null ? undefined : structureOf(cells.prioritised_by, territoryId);
    const organisationId = structure ? null : organisationOf(finder, line, territoryId);
    const said = saidBy(line, structure?.id ?? null, organisationId);
    return [{ row, id: cells.id, territoryId, isPlaced: cells.territory !== null, said }];
  });
  const problems = finder.problems.map((problem) =>
    problem.code === 'actors.cell-unknown-organisation'
      ? { ...problem, code: 'diagnosis.cell-unknown-prioritiser' }
      : problem,
  );
  return { drafts, problems };
}

function organisationOf(finder: Finder, { row, cells }: NeedLine, near: number): string | null {
  return finder.organisation(row, 'prioritised_by', cells.prioritised_by, near);
}

function saidBy(
  { cells, groups }: NeedLine,
  structureId: string | null,
  organisationId: string | null,
): NeedDraft['said'] {
  return {
    problem: cells.problem,
    detail: cells.detail,
    groups,
    groupWords: cells.group_words,
    violence: cells.violence,
    ecologicalLevel: cells.ecological_level,
    factor: cells.factor,
    factorEffect: cells.factor_effect,
    sourceKind: cells.source_kind,
    sourceTitle: cells.source_title,
    sourceDate: cells.source_date,
    sourceAddress: cells.source_address,
    prioritisedOn: cells.prioritised_on,
    structureId,
    organisationId,
    office: cells.office,
    priority: cells.priority,
    priorityReason: cells.priority_reason,
  };
}

type Outcomes = ReturnType<typeof planNeedImport>['outcomes'];

function reportOf(outcomes: Outcomes, notes: readonly Problem[]) {
  const count = (outcome: string) => outcomes.filter((row) => row.outcome === outcome).length;
  return {
    creates: count('create'),
    changes: count('change'),
    same: count('same'),
    rows: outcomes.map((row) => ({ ...row, fields: [...row.fields] })),
    notes: notes.map(({ code, row, field, sheet }) => ({
      code,
      ...(row === undefined ? {} : { row }),
      ...(field === undefined ? {} : { field }),
      ...(sheet === undefined ? {} : { sheet }),
    })),
  };
}
