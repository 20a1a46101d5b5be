import type { Transaction } from '#database/connection.ts';

/** The country that a question about an indicator means where it names none: the indicator's own, or the first that has figures of it. */
export async function findCountryOfIndicator(tx: Transaction, code: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('indicator as i')
    .leftJoin('series as s', (join) =>
      join.on((eb) =>
        eb.or([
          eb('s.indicator_id', '=', eb.ref('i.id')),
          eb('s.indicator_id', '=', eb.ref('i.numerator_id')),
        ]),
      ),
    )
    .leftJoin('country as c', 'c.code', 's.country')
    .select(['i.country as own', 's.country as told'])
    .where('i.code', '=', code)
    .orderBy('c.loaded_at')
    .orderBy('s.country')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  return row.own ?? row.told ?? (await findFirstCountry(tx));
}

async function findFirstCountry(tx: Transaction): Promise<string | undefined> {
  const row = await tx
    .selectFrom('country')
    .select('code')
    .orderBy('loaded_at')
    .orderBy('code')
    .limit(1)
    .executeTakeFirst();
  return row?.code;
}

/** The level of a kind of territory in a country. */
export async function findLevelOfKind(
  tx: Transaction,
  country: string,
  kind: string,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('territory_kind')
    .select('level')
    .where('country', '=', country)
    .where('kind', '=', kind.toLowerCase())
    .executeTakeFirst();
  return row?.level;
}
