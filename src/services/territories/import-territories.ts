import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { territoriesOperations } from '#contract/territories.ts';
import { inScope } from '#database/connection.ts';
import { addSource, saveFigure } from '#database/territories/deed-store.ts';
import { addImportRun, listOwnFigures } from '#database/territories/import-store.ts';
import { indexTerritories } from '#database/territories/search-entries.ts';
import {
  addTerritories,
  changeTerritories,
  completeClosure,
  listStanding,
} from '#database/territories/territory-store.ts';
import { findCountryGround, lockNumbers } from '#database/territories/write-views.ts';
import { permit } from '#domain/access/permissions.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { draftsOfImport, type ImportedTerritory } from '#domain/territories/import-drafts.ts';
import {
  planLoad,
  smallestHolding,
  type LoadPlan,
  type StandingTerritory,
} from '#domain/territories/load-plan.ts';
import { countryBlock } from '#domain/territories/numbering.ts';
import { referenceOf } from '#domain/territories/references.ts';
import { refuse } from '#domain/territories/refusals.ts';
import { readTerritoriesFile, type TerritoryLine } from '#formats/territories/territories-csv.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';

type Operation = typeof territoriesOperations.importTerritories;
type Read = { readonly imported: ImportedTerritory; readonly row: number };
type Figure = { readonly code: string; readonly year: number; readonly people: number };

export async function importTerritories(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const fileName = input.fileName ?? `${input.country}.csv`;
  const file = await readTerritoriesFile(input.bytes, fileName);
  const rows = file.lines.map(({ line, row }) => ({ imported: importedOf(line), row }));
  return inScope(context.database, context.actor.scope, async (tx) => {
    const ground = await findCountryGround(tx, input.country);
    if (!ground) throw refuse('territories.country-not-found');
    await lockNumbers(tx, ground.base);
    const standing = await listStanding(tx, input.country);
    const found = draftsOfImport(rows, standing, ground.kinds);
    const range = { low: ground.base, high: ground.base + countryBlock - 1 };
    const faulty = file.problems.length + found.problems.length > 0;
    const plan = planLoad(
      faulty ? [] : found.drafts.map(({ draft }) => draft),
      standing,
      { ...ground, country: { code: input.country, range } },
      false,
    );
    const figures = newFigures(rows, await listOwnFigures(tx, input.country));
    const territoryId = smallestHolding(touched(rows, standing, ground.base), standing, range).low;
    permit(context.actor, 'import', { territoryId });
    permit(context.actor, 'edit-territory', { territoryId });
    const faults = [...file.problems, ...found.problems, ...atTheirRows(plan.problems, rows)];
    const report = reportOf(input.country, plan, rows.length, faults);
    if (input.apply === 'no') return report;
    if (faults.length > 0) throw refuse('territories.invalid-import', { problems: faults });
    await save(tx, input.country, plan, figures, fileName);
    if (plan.add.length + plan.change.length + figures.length > 0) {
      await writeDown(tx, context, {
        country: input.country,
        territoryId,
        fileName,
        plan,
        figures: figures.length,
      });
    }
    return { ...report, applied: true };
  });
}

function importedOf(line: TerritoryLine): ImportedTerritory {
  return {
    code: line.code,
    name: line.name,
    kind: line.kind,
    parentCode: line.parent_code,
    isoCode: line.iso_code,
    validFrom: line.valid_from,
    validTo: line.valid_to,
    longitude: line.longitude,
    latitude: line.latitude,
    people: line.population,
    year: line.population_year,
  };
}

// Figures that are known already, from whatever source, are not recorded again: a file that was exported changes nothing.
function newFigures(rows: readonly Read[], known: readonly Figure[]): Figure[] {
  const standing = new Set(known.map(({ code, year, people }) => `${code} ${year} ${people}`));
  return rows.flatMap(({ imported: { code, year, people } }) =>
    year === null || people === null || standing.has(`${code} ${year} ${people}`)
      ? []
      : [{ code, year, people }],
  );
}

// Every territory that a row names, or the one above where it is new.
function touched(
  rows: readonly Read[],
  standing: readonly StandingTerritory[],
  countryNumber: number,
): number[] {
  const numbers = new Map(standing.map((one) => [one.code, one.id]));
  const above = (code: string | null) => (code === null ? countryNumber : (numbers.get(code) ?? []));
  return rows.flatMap(({ imported }) => numbers.get(imported.code) ?? above(imported.parentCode));
}

// The plan counts its drafts from the second row; the file says where each stands.
function atTheirRows(problems: readonly Problem[], rows: readonly Read[]): Problem[] {
  return problems.map((problem) => ({
    ...problem,
    row: rows[(problem.row ?? 2) - 2]?.row ?? problem.row ?? 0,
  }));
}

function reportOf(
  country: string,
  plan: LoadPlan,
  rows: number,
  faults: readonly Problem[],
): OutputOf<Operation> {
  const named = ({ code, name }: { code: string; name: string }) => ({
    reference: referenceOf(country, code),
    name,
  });
  return {
    applied: false,
    rows,
    added: plan.add.map(named),
    changed: plan.change.map(named),
    unchanged: plan.unchanged.length,
    problems: faults.map(({ code, field, row, values }) => ({
      code,
      ...(field === undefined ? {} : { field }),
      ...(row === undefined ? {} : { row }),
      ...(values === undefined ? {} : { values: { ...values } }),
    })),
  };
}

async function save(
  tx: Transaction,
  country: string,
  plan: LoadPlan,
  figures: readonly Figure[],
  fileName: string,
): Promise<void> {
  await addTerritories(tx, country, plan.add, 'import');
  await changeTerritories(tx, plan.change, 'import');
  await completeClosure(tx, country);
  const ids = [...plan.add, ...plan.change].map((one) => one.id);
  if (ids.length > 0) await indexTerritories(tx, country, ids);
  if (figures.length === 0) return;
  const standing = await listStanding(tx, country);
  const numbers = new Map(standing.filter((one) => one.validTo === null).map((one) => [one.code, one.id]));
  const nothing = { publisher: null, address: null, published: null };
  const sourceId = await addSource(tx, { id: `import.${newId()}`, country, title: fileName, ...nothing });
  for (const { code, year, people } of figures) {
    const id = numbers.get(code) ?? standing.find((one) => one.code === code)?.id;
    if (id === undefined) continue;
    await saveFigure(tx, {
      id,
      year,
      people,
      sharedWith: null,
      sharedPeople: null,
      method: 'census',
      sourceId,
      note: null,
      origin: 'import',
    });
  }
}

async function writeDown(
  tx: Transaction,
  context: Context,
  done: { country: string; territoryId: number; fileName: string; plan: LoadPlan; figures: number },
): Promise<void> {
  const after = {
    added: done.plan.add.map((one) => one.code),
    changed: done.plan.change.map((one) => one.code),
    figures: done.figures,
  };
  await addImportRun(tx, {
    id: newId(),
    country: done.country,
    territoryId: done.territoryId,
    fileName: done.fileName,
    report: after,
    accountId: context.actor.kind === 'account' ? context.actor.accountId : null,
    at: context.now,
  });
  await record(tx, context, {
    operation: 'importTerritories',
    subjectKind: 'country',
    subjectId: done.country,
    territoryId: done.territoryId,
    organisationId: null,
    before: null,
    after: { ...after, file: done.fileName },
  });
}
