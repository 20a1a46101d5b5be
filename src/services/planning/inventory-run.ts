import { findOrganisation } from '#database/actors/organisation-views.ts';
import type { findImportRun } from '#database/actors/import-store.ts';
import { findCurrency, findNamedPlaces } from '#database/planning/import-views.ts';
import { findEntriesOf } from '#database/planning/inventory-store.ts';
import { planInventoryImport, type InventoryImportPlan } from '#domain/planning/inventory-import.ts';
import { mayEditEntry, permitImportInventory } from '#domain/planning/permissions.ts';
import { refuse } from '#domain/planning/refusals.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import type { ColumnMap } from '#formats/planning/operating-plan-columns.ts';
import { readPlanRows } from '#formats/planning/plan-rows.ts';
import type { OperatingPlan } from '#formats/planning/read-operating-plan.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';

type Run = NonNullable<Awaited<ReturnType<typeof findImportRun>>>;
type Organisation = NonNullable<Awaited<ReturnType<typeof findOrganisation>>>;

/** What is kept of an import: the sheet as it was sent until it is applied, and how its columns are read. */
export type KeptSheet = {
  readonly plan: OperatingPlan;
  readonly columns: ColumnMap;
  readonly year: number | null;
};

export type OpenRun = {
  readonly run: Run;
  readonly organisation: Organisation;
  readonly sheet: KeptSheet;
};

/** An import of an operating plan that the caller may see and do: whoever writes the plans of its organisation. */
export async function openRun(tx: Transaction, context: Context, run: Run | undefined): Promise<OpenRun> {
  const organisation =
    run?.kind === 'inventory' && run.organisation_id
      ? await findOrganisation(tx, run.organisation_id)
      : undefined;
  if (!run || !organisation) throw refuse('planning.import-not-found');
  permitImportInventory(context.actor, {
    territoryId: organisation.territory_id,
    organisationId: organisation.id,
  });
  const { plan, columns, year } = run.report as unknown as KeptSheet;
  return { run, organisation, sheet: { plan, columns, year } };
}

export type SeenRun = InventoryImportPlan & { readonly notes: readonly Problem[] };

/** What a sheet would do with its columns as they are read now, with every fault in order of rows. */
export async function seeRun(tx: Transaction, context: Context, open: OpenRun): Promise<SeenRun> {
  const { organisation, sheet } = open;
  const places = await findNamedPlaces(tx, organisation.country);
  const read = readPlanRows(sheet.plan, sheet.columns, {
    organisationId: organisation.id,
    home: organisation.territory_id,
    places,
    currency: await findCurrency(tx, organisation.country),
    year: sheet.year,
  });
  const names = new Map(places.map((place) => [place.id, place.name]));
  const outside = read.drafts
    .filter(({ fields }) => !mayEditEntry(context.actor, fields))
    .map(({ row, fields }) => ({
      code: 'planning.row-outside',
      row,
      field: 'place',
      values: { text: names.get(fields.territoryId) ?? '' },
    }));
  const existing = await findEntriesOf(tx, organisation.id);
  const plan = planInventoryImport(
    read.drafts,
    existing.map((entry) => ({
      id: entry.id,
      rowKey: entry.rowKey,
      standing: entry.standing,
      version: entry.version,
      fields: entry,
    })),
    newId,
  );
  const problems = [...sheet.plan.problems, ...read.problems, ...outside, ...plan.problems];
  return {
    ...plan,
    problems: problems.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0)),
    notes: [...sheet.plan.notes, ...read.notes],
  };
}
