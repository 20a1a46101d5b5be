import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';
import { referenceOf } from '#domain/territories/references.ts';

/** The territories that a place lies in, and itself: needs and organisations of any of them may be named. */
async function placesAbove(tx: Transaction, territoryId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('territory_closure')
    .select('ancestor_id')
    .where('descendant_id', '=', territoryId)
    .execute();
  return [...new Set([territoryId, ...rows.map((row) => row.ancestor_id)])];
}

/** The current needs that an action of a plan may answer: of its territory, of those below and of those above. */
export async function findNeedChoices(tx: Transaction, span: NumberRange) {
  const above = await placesAbove(tx, span.low);
  return tx
    .selectFrom('need')
    .select(['id', 'problem'])
    .where('standing', '=', 'current')
    .where((eb) =>
      eb.or([
        eb.and([eb('territory_id', '>=', span.low), eb('territory_id', '<=', span.high)]),
        eb('territory_id', '=', anyOf(above)),
      ]),
    )
    .orderBy('priority_rank')
    .orderBy('problem')
    .limit(400)
    .execute();
}

/** Where an action of a plan may be done: its territory and all below it. */
export async function findPlaceChoices(tx: Transaction, span: NumberRange) {
  const rows = await tx
    .selectFrom('territory')
    .select(['id', 'country', 'code', 'level', 'name'])
    .where('id', '>=', span.low)
    .where('id', '<=', span.high)
    .where('valid_to', 'is', null)
    .orderBy('id')
    .limit(1000)
    .execute();
  return rows.map(({ id, country, code, level, name }) => ({
    id,
    reference: referenceOf(country, level === 0 ? country : code),
    name,
  }));
}

/** Who may be responsible, take part or pay: what stands in the plan's territory, below and above. */
export async function findActorChoices(tx: Transaction, span: NumberRange) {
  const above = await placesAbove(tx, span.low);
  const here = sql<boolean>`(territory_id between ${span.low} and ${span.high} or territory_id = ${anyOf(above)})`;
  const [organisations, structures] = await Promise.all([
    tx
      .selectFrom('organisation')
      .select(['id', 'name'])
      .where('standing', '=', 'active')
      .where(here)
      .orderBy('name')
      .limit(500)
      .execute(),
    tx
      .selectFrom('structure')
      .select(['id', 'name'])
      .where('standing', '=', 'active')
      .where(here)
      .orderBy('name')
      .limit(200)
      .execute(),
  ]);
  return { organisations, structures };
}

/** Whether a need may be answered in a span of territories: it is one of theirs, or of a territory above. */
export async function findNeedForPlan(tx: Transaction, id: string, span: NumberRange) {
  const above = await placesAbove(tx, span.low);
  const need = await tx
    .selectFrom('need')
    .select(['id', 'standing', 'territory_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!need) return undefined;
  const { territory_id: at } = need;
  return (span.low <= at && at <= span.high) || above.includes(at) ? need : undefined;
}

/** Of these organisations or structures, those of a country that were not annulled. */
export async function findOfCountry(
  tx: Transaction,
  table: 'organisation' | 'structure',
  country: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom(table)
    .select('id')
    .where('id', '=', anyOf(ids))
    .where('country', '=', country)
    .where('standing', '<>', 'annulled')
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** The currency of a country. */
export async function findCurrency(tx: Transaction, country: string): Promise<string> {
  const row = await tx
    .selectFrom('country')
    .select('currency')
    .where('code', '=', country)
    .executeTakeFirstOrThrow();
  return row.currency;
}

/** Whether a strategy is one of a country's. */
export async function findStrategyOf(tx: Transaction, country: string, id: string) {
  return tx
    .selectFrom('strategy')
    .select('id')
    .where('id', '=', id)
    .where('country', '=', country)
    .executeTakeFirst();
}
