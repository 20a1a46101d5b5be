import { sql } from 'kysely';
import { referenceSql } from '#database/territories/page-parts.ts';
import type { Transaction } from '#database/connection.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';
import type { Uses } from '#domain/indicators/indicator-standing.ts';

type Titled = {
  readonly code: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly standing: string;
};

/** Who tells an indicator; of a ratio, who tells its numerator. The first is shown first. */
export async function listSeriesOfIndicator(
  tx: Transaction,
  indicator: { readonly id: number; readonly numeratorId: number | null },
) {
  return tx
    .selectFrom('series as s')
    .innerJoin('indicator as i', 'i.id', 's.indicator_id')
    .innerJoin('source', 'source.id', 's.source_id')
    .innerJoin('territory as t', 't.id', 's.territory_id')
    .select([
      's.id',
      's.title',
      's.title_en',
      'i.code as of',
      's.country',
      't.name as territory',
      referenceSql('t').as('reference'),
      's.source_id',
      'source.title as source_title',
      'source.publisher',
      'source.address',
      'source.verified',
      's.counting_unit',
      's.period_kind',
      's.level',
      's.grain',
      's.note',
      's.is_published',
      's.standing',
    ])
    .where(
      's.indicator_id',
      'in',
      [indicator.id, indicator.numeratorId].filter((id) => id !== null),
    )
    .orderBy('s.standing')
    .orderBy('s.country')
    .orderBy('s.rank')
    .orderBy('s.id')
    .execute();
}

/** The ratios that are made of an indicator. */
export async function listRatiosOf(tx: Transaction, id: number): Promise<Titled[]> {
  const rows = await tx
    .selectFrom('indicator')
    .select(['code', 'title', 'title_en', 'standing'])
    .where((eb) => eb.or([eb('numerator_id', '=', id), eb('denominator_id', '=', id)]))
    .orderBy('code')
    .execute();
  return rows.map(({ code, title, title_en, standing }) => ({ code, title, titleEn: title_en, standing }));
}

/** Whether a series tells something of a span of territories: it is about one that holds them, or about one within them. */
export const tellsOf = ({ low, high }: NumberRange) =>
  sql<boolean>`exists (select from territory at where at.id = s.territory_id
    and ((at.id <= ${low} and ${high} <= at.last_id) or (${low} <= at.id and at.last_id <= ${high})))`;

/** The indicators that are part of one. */
export async function listPartsOf(tx: Transaction, id: number): Promise<Omit<Titled, 'standing'>[]> {
  const rows = await tx
    .selectFrom('indicator')
    .select(['code', 'title', 'title_en as titleEn'])
    .where('whole_id', '=', id)
    .orderBy('code')
    .execute();
  return rows;
}

/** Which of these indicators some source tells of these territories; of a ratio, its numerator. */
export async function findTold(
  tx: Transaction,
  indicators: readonly { readonly id: number; readonly numeratorId: number | null }[],
  at: NumberRange | null = null,
): Promise<Set<number>> {
  const ids = indicators.flatMap(({ id, numeratorId }) => (numeratorId === null ? [id] : [id, numeratorId]));
  if (ids.length === 0) return new Set();
  let query = tx
    .selectFrom('series as s')
    .select('s.indicator_id')
    .distinct()
    .where('s.indicator_id', 'in', ids)
    .where('s.standing', '=', 'current');
  if (at) query = query.where(tellsOf(at));
  const rows = await query.execute();
  const told = new Set(rows.map((row) => row.indicator_id));
  return new Set(
    indicators
      .filter(({ id, numeratorId }) => told.has(id) || (numeratorId !== null && told.has(numeratorId)))
      .map(({ id }) => id),
  );
}

/** What rests on an indicator, also where the caller does not see it. */
export async function countUses(tx: Transaction, id: number): Promise<Uses> {
  const { rows } = await sql<Uses>`select series, ratios, targets from indicator_uses(${id})`.execute(tx);
  return rows[0] ?? { series: 0, ratios: 0, targets: 0 };
}
