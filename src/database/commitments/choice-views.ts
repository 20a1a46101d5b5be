import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import type { PartyRow } from './party-views.ts';

/** Every organisation and structure of a country that stands, to find whom a name means. */
export async function findActiveParties(tx: Transaction, country: string): Promise<PartyRow[]> {
  const organisations = await tx
    .selectFrom('organisation')
    .select(['id', 'territory_id', 'name', 'short_name', 'valid_to'])
    .where('country', '=', country)
    .where('standing', '=', 'active')
    .orderBy('id')
    .execute();
  const structures = await tx
    .selectFrom('structure')
    .select(['id', 'territory_id', 'name', 'valid_to'])
    .where('country', '=', country)
    .where('standing', '=', 'active')
    .orderBy('id')
    .execute();
  const all = [
    ...organisations.map((row) => ({ ...row, kind: 'organisation' as const, shortName: row.short_name })),
    ...structures.map((row) => ({ ...row, kind: 'structure' as const, shortName: null })),
  ];
  return all.map((row) => ({
    kind: row.kind,
    id: row.id,
    territoryId: row.territory_id,
    name: row.name,
    shortName: row.shortName,
    country,
    standing: 'active',
    validTo: row.valid_to,
    mergedInto: null,
  }));
}

/** Commitments of a country whose words hold each of these, as far as the caller sees them; those due next first. */
export async function findCommitmentsByWords(
  tx: Transaction,
  filter: { readonly country: string; readonly words: readonly string[]; readonly limit: number },
) {
  let query = tx
    .selectFrom('commitment')
    .select(['id', 'what', 'due_on', 'obligor_organisation_id', 'obligor_structure_id'])
    .where('country', '=', filter.country)
    .where('standing', 'in', ['proposed', 'agreed']);
  for (const word of filter.words) {
    query = query.where(sql<boolean>`what ilike ${`%${word.replaceAll(/[%_\\]/g, '\\$&')}%`}`);
  }
  return query.orderBy('due_on').orderBy('id').limit(filter.limit).execute();
}

/** A need of a country that may be answered: not a draft, not annulled. */
export async function isNeedOf(tx: Transaction, id: string, country: string): Promise<boolean> {
  const row = await tx
    .selectFrom('need')
    .select('id')
    .where('id', '=', id)
    .where('country', '=', country)
    .where('standing', 'not in', ['annulled', 'merged'])
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a line of a strategy is there for the caller. */
export async function isThread(tx: Transaction, id: string): Promise<boolean> {
  const row = await tx.selectFrom('strategy_thread').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

/** Who answers for organisations now, whoever is to be called first on top; the people only by their id. */
export async function findPostsToCall(tx: Transaction, organisationIds: readonly string[], on: string) {
  if (organisationIds.length === 0) return [];
  return tx
    .selectFrom('post')
    .select(['organisation_id', 'person_id', 'title', 'kind'])
    .where('organisation_id', '=', anyOf(organisationIds))
    .where('person_id', 'is not', null)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
    .orderBy(sql`array_position(array['focal-point', 'liaison', 'officer', 'head'], kind)`)
    .orderBy('alternate')
    .limit(20)
    .execute();
}
