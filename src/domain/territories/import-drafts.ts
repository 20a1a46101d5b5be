import type { Problem } from '#domain/shared/refusal.ts';
import { problemOfCode, readCode } from './codes.ts';
import { findKind, type TerritoryKind } from './kinds.ts';
import type { StandingTerritory } from './load-plan.ts';
import { mostPeople } from './populations.ts';
import { problemsOfTree, type KnownTerritory, type TerritoryDraft } from './tree.ts';

/** What a file says of one territory: less than all that may be known of it. */
export type ImportedTerritory = Omit<TerritoryDraft, 'areaKm2' | 'sourceId' | 'note'> & {
  readonly people: number | null;
  readonly year: number | null;
};

type Row = { readonly imported: ImportedTerritory; readonly row: number };

/**
 * Makes drafts of a file's rows: what the file does not tell stays as it stands. Faults come with their rows.
 * @param standing every territory that the country has or had
 */
export function draftsOfImport(
  rows: readonly Row[],
  standing: readonly StandingTerritory[],
  kinds: readonly TerritoryKind[],
): { drafts: { draft: TerritoryDraft; row: number }[]; problems: Problem[] } {
  const current = new Map(standing.filter((one) => one.validTo === null).map((one) => [one.code, one]));
  const drafts = rows.map(({ imported, row }) => {
    const { people: _people, year: _year, ...told } = imported;
    const known = current.get(imported.code) ?? standing.find((one) => one.code === imported.code);
    const kept = {
      areaKm2: known?.areaKm2 ?? null,
      sourceId: known?.sourceId ?? null,
      note: known?.note ?? null,
    };
    return { draft: { ...told, ...kept }, row };
  });
  const questioned = rows.flatMap((row) => problemsOfCodes(row, rows, standing, kinds));
  const asked = new Set(questioned.map((problem) => `${problem.row} ${problem.field}`));
  const tree = problemsOfTree(drafts, kinds, standing.map(asKnown(kinds)));
  // A code that is questioned is not judged twice.
  const others = tree.filter((problem) => !asked.has(`${problem.row} ${problem.field}`));
  return { drafts, problems: [...questioned, ...others, ...rows.flatMap(problemsOfPeople)] };
}

const asKnown =
  (kinds: readonly TerritoryKind[]) =>
  (one: StandingTerritory): KnownTerritory => ({
    code: one.code,
    level: findKind(kinds, one.kind)?.level ?? 0,
    parentCode: one.parentCode,
    validFrom: one.validFrom,
    validTo: one.validTo,
  });

function problemsOfCodes(
  { imported, row }: Row,
  rows: readonly Row[],
  standing: readonly StandingTerritory[],
  kinds: readonly TerritoryKind[],
): Problem[] {
  const known = new Set([...standing.map((one) => one.code), ...rows.map((one) => one.imported.code)]);
  const judge = (field: string, text: string | null, among?: ReadonlySet<string>): Problem[] => {
    const reading = text === null ? null : readCode(text, kinds, among);
    const problem = reading?.is === 'questioned' ? problemOfCode(reading) : null;
    return problem ? [{ ...problem, field, row }] : [];
  };
  return [...judge('code', imported.code), ...judge('parent_code', imported.parentCode, known)];
}

function problemsOfPeople({ imported: { people, year }, row }: Row): Problem[] {
  const problems: Problem[] = [];
  if ((people === null) !== (year === null)) {
    problems.push({
      code: 'territories.people-without-year',
      field: people === null ? 'population' : 'population_year',
      row,
    });
  }
  if (people !== null && people < 0) {
    problems.push({ code: 'territories.less-than-nobody', field: 'population', row });
  }
  if (people !== null && people > mostPeople) {
    problems.push({ code: 'territories.too-many-people', field: 'population', row });
  }
  if (year !== null && !(year >= 1500 && year <= 2200)) {
    problems.push({ code: 'territories.not-a-year', field: 'population_year', row, values: { given: year } });
  }
  return problems;
}
