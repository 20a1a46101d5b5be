import type { Transaction } from '#database/connection.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';

/** The organisations of a span of territories, with the columns that a file may change. */
export async function findOrganisationsForExchange(tx: Transaction, span: NumberRange) {
  return tx
    .selectFrom('organisation')
    .select([
      'id',
      'territory_id',
      'name',
      'short_name',
      'kind',
      'sector',
      'level',
      'parent_id',
      'mandate',
      'website',
      'valid_from',
      'valid_to',
      'version',
    ])
    .where('territory_id', '>=', span.low)
    .where('territory_id', '<=', span.high)
    .where('standing', '=', 'active')
    .orderBy('territory_id')
    .orderBy('name')
    .execute();
}

/** The structures of a span of territories, with the columns that a file may change. */
export async function findStructuresForExchange(tx: Transaction, span: NumberRange) {
  return tx
    .selectFrom('structure')
    .select([
      'id',
      'territory_id',
      'name',
      'kind',
      'mandate',
      'legal_basis',
      'secretariat_id',
      'valid_from',
      'valid_to',
      'version',
    ])
    .where('territory_id', '>=', span.low)
    .where('territory_id', '<=', span.high)
    .where('standing', '=', 'active')
    .orderBy('territory_id')
    .orderBy('name')
    .execute();
}

/** The people of a span of territories whom the caller may see. */
export async function findPeopleForExchange(tx: Transaction, span: NumberRange) {
  return tx
    .selectFrom('person')
    .select(['id', 'territory_id', 'name', 'organisation_id', 'visibility', 'version'])
    .where('territory_id', '>=', span.low)
    .where('territory_id', '<=', span.high)
    .where('standing', '=', 'active')
    .orderBy('territory_id')
    .orderBy('name')
    .execute();
}

/** Every organisation of a country by its names: what a file means when it names one. */
export async function findOrganisationNamesOf(tx: Transaction, country: string) {
  return tx
    .selectFrom('organisation')
    .select(['id', 'name', 'short_name', 'territory_id'])
    .where('country', '=', country)
    .where('standing', '=', 'active')
    .execute();
}

/** The contacts and posts of these people, for a file. */
export async function findReachOf(tx: Transaction, people: readonly string[]) {
  if (people.length === 0) return { contacts: [], posts: [] };
  const contacts = await tx
    .selectFrom('contact_point')
    .select(['id', 'person_id', 'channel', 'value'])
    .where('person_id', 'in', [...people])
    .orderBy('id')
    .execute();
  const posts = await tx
    .selectFrom('post')
    .selectAll()
    .where('person_id', 'in', [...people])
    .orderBy('valid_from', 'desc')
    .execute();
  return { contacts, posts };
}

/** The terms of those who head these organisations. */
export async function findHeadsOf(tx: Transaction, organisations: readonly string[]) {
  if (organisations.length === 0) return [];
  return tx
    .selectFrom('post')
    .leftJoin('person', 'person.id', 'post.person_id')
    .select([
      'post.id',
      'post.organisation_id',
      'post.valid_from as from',
      'post.valid_to as to',
      'person.name as holder',
    ])
    .where('post.organisation_id', 'in', [...organisations])
    .where('post.kind', '=', 'head')
    .where('post.alternate', '=', false)
    .execute();
}
