import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import type { Party } from '#domain/access/acting-for.ts';

/** An organisation or structure as commitments need it: where it belongs, what it is called, whether it still stands. */
export type PartyRow = Party & {
  readonly name: string;
  readonly shortName: string | null;
  readonly country: string;
  readonly standing: string;
  readonly validTo: string | null;
  readonly mergedInto: string | null;
};

/** The organisations and structures of these ids, whichever they are. */
export async function findPartyRows(
  tx: Transaction,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, PartyRow>> {
  const wanted = [...new Set(ids.filter((id) => typeof id === 'string'))];
  if (wanted.length === 0) return new Map();
  const organisations = await tx
    .selectFrom('organisation')
    .select(['id', 'territory_id', 'name', 'short_name', 'country', 'standing', 'valid_to', 'merged_into'])
    .where('id', '=', anyOf(wanted))
    .execute();
  const structures = await tx
    .selectFrom('structure')
    .select(['id', 'territory_id', 'name', 'country', 'standing', 'valid_to'])
    .where('id', '=', anyOf(wanted))
    .execute();
  const rows: PartyRow[] = [
    ...organisations.map((row) => ({
      kind: 'organisation' as const,
      id: row.id,
      territoryId: row.territory_id,
      name: row.name,
      shortName: row.short_name,
      country: row.country,
      standing: row.standing,
      validTo: row.valid_to,
      mergedInto: row.merged_into,
    })),
    ...structures.map((row) => ({
      kind: 'structure' as const,
      id: row.id,
      territoryId: row.territory_id,
      name: row.name,
      shortName: null,
      country: row.country,
      standing: row.standing,
      validTo: row.valid_to,
      mergedInto: null,
    })),
  ];
  return new Map(rows.map((row) => [row.id, row]));
}

/** The organisations that a person belongs to: the own one, and those where they hold a post on a day. */
export async function findOwnOrganisations(tx: Transaction, personId: string, on: string): Promise<string[]> {
  const person = await tx
    .selectFrom('person')
    .select('organisation_id')
    .where('id', '=', personId)
    .executeTakeFirst();
  const posts = await tx
    .selectFrom('post')
    .select('organisation_id')
    .where('person_id', '=', personId)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
    .execute();
  return [person?.organisation_id, ...posts.map((post) => post.organisation_id)].filter(
    (id) => typeof id === 'string',
  );
}

/** The organisations that govern these territories: whoever coordinates there does it for them. */
export async function findAuthorities(tx: Transaction, territoryIds: readonly number[]): Promise<string[]> {
  if (territoryIds.length === 0) return [];
  const rows = await tx
    .selectFrom('territory_authority')
    .select('organisation_id')
    .where('territory_id', '=', anyOf([...new Set(territoryIds)]))
    .where('valid_to', 'is', null)
    .execute();
  return rows.map((row) => row.organisation_id);
}
