import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { NamedParty } from '#domain/agreements/party-names.ts';
import { fold } from '#domain/shared/fold.ts';

/** Every organisation and structure of a country that can owe or be owed something, with all its names. */
export async function findNamedParties(tx: Transaction, country: string): Promise<NamedParty[]> {
  const [organisations, structures] = await Promise.all([
    tx
      .selectFrom('organisation as o')
      .leftJoin('organisation_name as n', 'n.organisation_id', 'o.id')
      .select(['o.id', 'o.name', 'o.short_name', 'o.territory_id'])
      .select(sql<string[]>`array_remove(array_agg(n.name) || array_agg(n.short_name), null)`.as('former'))
      .where('o.country', '=', country)
      .where('o.standing', '=', 'active')
      .groupBy('o.id')
      .execute(),
    tx
      .selectFrom('structure')
      .select(['id', 'name', 'territory_id'])
      .where('country', '=', country)
      .where('standing', '=', 'active')
      .execute(),
  ]);
  return [
    ...organisations.map((row) => ({
      kind: 'organisation' as const,
      id: row.id,
      name: row.name,
      otherNames: [...(row.short_name === null ? [] : [row.short_name]), ...row.former],
      territoryId: row.territory_id,
    })),
    ...structures.map((row) => ({
      kind: 'structure' as const,
      id: row.id,
      name: row.name,
      otherNames: [],
      territoryId: row.territory_id,
    })),
  ];
}

/** What lists of these territories call whom, resolved by somebody before: folded name → `organisation:<id>`. */
export async function findAliases(
  tx: Transaction,
  country: string,
  territoryIds: readonly number[],
): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('party_alias')
    .select(['folded', 'organisation_id', 'structure_id'])
    .where('country', '=', country)
    .where('territory_id', 'in', [...territoryIds])
    .execute();
  return new Map(
    rows.map((row) => [
      row.folded,
      row.organisation_id === null ? `structure:${row.structure_id}` : `organisation:${row.organisation_id}`,
    ]),
  );
}

export async function rememberAlias(
  tx: Transaction,
  alias: {
    readonly country: string;
    readonly territoryId: number;
    readonly folded: string;
    readonly party: NamedParty;
    readonly accountId: string;
  },
): Promise<void> {
  const { country, territoryId, folded, party, accountId } = alias;
  await tx
    .insertInto('party_alias')
    .values({
      country,
      territory_id: territoryId,
      folded,
      account_id: accountId,
      organisation_id: party.kind === 'organisation' ? party.id : null,
      structure_id: party.kind === 'structure' ? party.id : null,
    })
    // Somebody else's answer stands: it is asked again only in another territory.
    .onConflict((conflict) => conflict.columns(['country', 'territory_id', 'folded']).doNothing())
    .execute();
}

/** The territories of a span by what they are called, folded; a name that several bear is left out. */
export async function findPlacesByName(
  tx: Transaction,
  span: { readonly low: number; readonly high: number },
): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('territory')
    .select(['id', 'name', 'code'])
    .where('id', '>=', span.low)
    .where('id', '<=', span.high)
    .where('valid_to', 'is', null)
    .execute();
  const named = new Map<string, number>();
  const several = new Set<string>();
  for (const { id, name } of rows) {
    const key = fold(name);
    if (named.has(key)) several.add(key);
    named.set(key, id);
  }
  for (const key of several) named.delete(key);
  return named;
}
