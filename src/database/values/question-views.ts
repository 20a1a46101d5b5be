import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';
import { seriesRows, type SeriesRow } from './series-row.ts';

/** An indicator as far as its figures need it. */
export async function findMeasured(
  tx: Transaction,
  wanted: { readonly code: string } | { readonly id: number },
) {
  const query = tx
    .selectFrom('indicator')
    .select([
      'id',
      'code',
      'country',
      'title',
      'title_en',
      'topic',
      'composition',
      'unit',
      'unit_en',
      'decimals',
      'direction',
      'counts_people',
      'numerator_id',
      'denominator_id',
      'denominator',
      'multiplier',
    ]);
  return 'code' in wanted
    ? query.where('code', '=', wanted.code).executeTakeFirst()
    : query.where('id', '=', wanted.id).executeTakeFirst();
}

export type MeasuredRow = NonNullable<Awaited<ReturnType<typeof findMeasured>>>;

/** The current series of an indicator in a country that the caller may know of, with the numbers of the territory each is about. */
export async function listSeriesOf(
  tx: Transaction,
  indicatorId: number,
  country: string | null,
): Promise<SeriesRow[]> {
  let query = seriesRows(tx).where('s.indicator_id', '=', indicatorId).where('s.standing', '=', 'current');
  if (country !== null) query = query.where('s.country', '=', country);
  return query.orderBy('s.rank').orderBy('s.id').execute();
}

/** Where and when a series declares that it is whole. */
export async function listCoverageOf(tx: Transaction, seriesId: number) {
  return tx
    .selectFrom('series_coverage as c')
    .innerJoin('territory as t', 't.id', 'c.territory_id')
    .select([
      'c.id',
      't.id as low',
      't.last_id as high',
      'c.from_period as from',
      'c.to_period as to',
      'c.note',
    ])
    .where('c.series_id', '=', seriesId)
    .orderBy('c.from_period')
    .execute();
}

const areas = (tx: Transaction) =>
  tx
    .selectFrom('territory as t')
    .select([
      't.id',
      't.last_id as lastId',
      't.parent_id as parentId',
      't.valid_from as validFrom',
      't.valid_to as validTo',
    ]);

/** The territories of a level within a span of numbers that exist on some day between two. */
export async function listAreas(
  tx: Transaction,
  asked: { readonly level: number; readonly span: NumberRange; readonly from: string; readonly to: string },
) {
  return areas(tx)
    .where('t.level', '=', asked.level)
    .where('t.id', '>=', asked.span.low)
    .where('t.id', '<=', asked.span.high)
    .where((eb) => eb.or([eb('t.valid_from', 'is', null), eb('t.valid_from', '<=', asked.to)]))
    .where((eb) => eb.or([eb('t.valid_to', 'is', null), eb('t.valid_to', '>', asked.from)]))
    .orderBy('t.id')
    .execute();
}

/** The territories of a level within a span of numbers of which a series has no value between two days. */
export async function listSilentAreas(
  tx: Transaction,
  asked: Parameters<typeof listAreas>[1] & { readonly seriesId: number },
): ReturnType<typeof listAreas> {
  const [there, told] = await Promise.all([
    listAreas(tx, asked),
    tx
      .selectFrom('data_value')
      .select('territory_id')
      .distinct()
      .where('series_id', '=', asked.seriesId)
      .where('period', '>=', asked.from)
      .where('period', '<=', asked.to)
      .execute(),
  ]);
  const known = new Set(told.map((row) => row.territory_id));
  return there.filter(({ id }) => !known.has(id));
}

/** The territories of a level in which the territories of these numbers lie. */
export async function listAreasOver(tx: Transaction, level: number, ids: readonly number[]) {
  return areas(tx)
    .where('t.level', '=', level)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('territory_closure as c')
          .select('c.ancestor_id')
          .whereRef('c.ancestor_id', '=', 't.id')
          .where('c.descendant_id', '=', anyOf([...ids])),
      ),
    )
    .orderBy('t.id')
    .execute();
}

/** The crossings of just these dimensions, alphabetically named. */
export async function listCrossings(tx: Transaction, dimensions: readonly string[]) {
  return tx
    .selectFrom('disaggregation as d')
    .select(['d.id', 'd.key', 'd.parts'])
    .select(
      sql<boolean>`exists (select from jsonb_each_text(d.parts) p join dimension_category c
        on c.dimension = p.key and c.code = p.value where c.is_unknown)`.as('isUnclassed'),
    )
    .where(sql<boolean>`d.dimensions = ${[...dimensions]}::text[]`)
    .orderBy('key')
    .execute();
}

/** What became of territories between two days: the line breaks there. */
export async function listBreaks(
  tx: Transaction,
  asked: { readonly ids: readonly number[]; readonly from: string; readonly to: string },
) {
  if (asked.ids.length === 0) return [];
  return tx
    .selectFrom('territory_succession as s')
    .select([
      's.predecessor_id as predecessorId',
      's.successor_id as successorId',
      's.on_date as on',
      's.kind',
    ])
    .where((eb) =>
      eb.or([
        eb('s.predecessor_id', '=', anyOf([...asked.ids])),
        eb('s.successor_id', '=', anyOf([...asked.ids])),
      ]),
    )
    .where('s.on_date', '>', asked.from)
    .where('s.on_date', '<=', asked.to)
    .orderBy('s.on_date')
    .execute();
}

/** Counts of people of these territories; what is shared with others or counted elsewhere says so. */
export async function listPeople(tx: Transaction, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('territory_population')
    .select(['territory_id as territoryId', 'year', 'people', 'method'])
    .where('territory_id', '=', anyOf([...ids]))
    .where('people', 'is not', null)
    .orderBy('year')
    .execute();
}

/** Whether one of these organisations or structures is a party to an agreement in force to share information that covers a territory. */
export async function hasSharingAgreement(
  tx: Transaction,
  parties: readonly string[],
  at: { readonly territoryId: number; readonly today: string },
): Promise<boolean> {
  if (parties.length === 0) return false;
  const row = await tx
    .selectFrom('agreement as a')
    .innerJoin('territory_closure as c', 'c.ancestor_id', 'a.territory_id')
    .innerJoin('agreement_party as p', 'p.agreement_id', 'a.id')
    .select('a.id')
    .where('c.descendant_id', '=', at.territoryId)
    .where('a.kind', '=', 'information-sharing')
    .where('a.standing', 'in', ['in-force', 'under-notice'])
    .where((eb) => eb.or([eb('a.ends_on', 'is', null), eb('a.ends_on', '>=', at.today)]))
    .where('p.standing', '<>', 'withdrawn')
    .where((eb) => eb.or([eb('p.left_on', 'is', null), eb('p.left_on', '>', at.today)]))
    .where((eb) =>
      eb.or([
        eb('p.organisation_id', '=', anyOf([...parties])),
        eb('p.structure_id', '=', anyOf([...parties])),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The first and the last period that a series tells; null where it tells none yet. */
export async function findSpanOf(
  tx: Transaction,
  series: { readonly id: number },
): Promise<{ readonly from: string; readonly to: string } | null> {
  // What is added up is in the sums of the country, or waits to be; what is never added is in the rows alone.
  const { rows } = await sql<{ from: string | null; to: string | null }>`
    with told as (
      select period from value_rollup where level = 0 and series_id = ${series.id} and disaggregation_id = 0
      union all select period from value_dirty where series_id = ${series.id})
    select min(period) as from, max(period) as to from told`.execute(tx);
  const [found] = rows;
  if (found?.from && found.to) return { from: found.from, to: found.to };
  const row = await tx
    .selectFrom('data_value')
    .select((eb) => [eb.fn.min('period').as('from'), eb.fn.max('period').as('to')])
    .where('series_id', '=', series.id)
    .executeTakeFirst();
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}
