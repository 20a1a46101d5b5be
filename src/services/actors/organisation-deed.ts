import {
  findOrganisation,
  findOrganisationHistory,
  type OrganisationRow,
} from '#database/actors/organisation-views.ts';
import { upsertSearchEntry } from '#database/operations/search-store.ts';
import { searchText } from '#domain/actors/organisation-names.ts';
import { permitEditOrganisation } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';

/** Reads an organisation for a change, if the caller may change it and nobody else has since the version they saw. */
export async function openOrganisation(
  tx: Transaction,
  context: Context,
  at: { readonly id: string; readonly version?: number },
): Promise<OrganisationRow> {
  const row = await findOrganisation(tx, at.id);
  if (!row) throw refuse('actors.organisation-not-found');
  permitEditOrganisation(context.actor, { id: row.id, territoryId: row.territory_id });
  if (at.version !== undefined && at.version !== row.version) throw stale(row);
  return row;
}

/** Somebody else was faster: what stands now, named as the API names it, is shown beside what was written. */
export function stale(row: Readonly<Record<string, unknown>>) {
  const named = Object.entries(row).map(([column, value]) => [
    column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return refuseShared('shared.stale', { current: Object.fromEntries(named) });
}

const audited = (row: OrganisationRow) => ({
  name: row.name,
  shortName: row.short_name,
  kind: row.kind,
  sector: row.sector,
  level: row.level,
  parentId: row.parent_id,
  mandate: row.mandate,
  website: row.website,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  standing: row.standing,
  standingReason: row.standing_reason,
  withholdsDisaggregation: row.withholds_disaggregation,
});

/** Makes the organisation findable as it is called now, and writes the deed down. Last in a transaction. */
export async function closeOrganisation(
  tx: Transaction,
  context: Context,
  operation: string,
  id: string,
  before: OrganisationRow | null,
): Promise<{ id: string; version: number }> {
  const row = await findOrganisation(tx, id);
  if (!row) throw refuse('actors.organisation-not-found');
  await makeOrganisationFindable(tx, row);
  await record(tx, context, {
    operation,
    subjectKind: 'organisation',
    subjectId: id,
    territoryId: row.territory_id,
    organisationId: id,
    before: before && audited(before),
    after: audited(row),
    freeText: ['mandate', 'standingReason'],
  });
  return { id, version: row.version };
}

/** What it is found by: its name and every name it had. */
export async function makeOrganisationFindable(tx: Transaction, row: OrganisationRow): Promise<void> {
  const { formerNames } = await findOrganisationHistory(tx, row.id);
  await upsertSearchEntry(tx, {
    kind: 'organisation',
    id: row.id,
    country: row.country,
    territoryId: row.territory_id,
    organisationId: row.id,
    title: row.name,
    folded: searchText(
      { name: row.name, shortName: row.short_name },
      formerNames.map((former) => ({ name: former.name, shortName: former.short_name })),
    ),
    visibility: 'public',
  });
}
