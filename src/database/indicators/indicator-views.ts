import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { IndicatorStanding } from '#domain/indicators/vocabulary.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';
import { fold } from '#domain/shared/fold.ts';
import { tellsOf } from './use-views.ts';
import { definitionOf, indicatorOf, type DefinitionRow, type IndicatorRow } from './indicator-columns.ts';

export type IndicatorFilter = {
  readonly topic?: string | undefined;
  readonly framework?: string | undefined;
  /** Those of this country and those of every country. */
  readonly country?: string | undefined;
  readonly standing?: IndicatorStanding | undefined;
  readonly text?: string | undefined;
  /** Only those that somebody tells, or the system computes. */
  readonly figures?: 'told' | undefined;
  /** The territories of which they are to be told. */
  readonly at?: NumberRange | null;
};

const selected = (tx: Transaction) =>
  tx
    .selectFrom('indicator as i')
    .leftJoin('indicator as n', 'n.id', 'i.numerator_id')
    .leftJoin('indicator as d', 'd.id', 'i.denominator_id')
    .leftJoin('indicator as w', 'w.id', 'i.whole_id')
    .selectAll('i')
    .select(['n.code as numerator_code', 'd.code as denominator_code', 'w.code as whole_code'])
    .select(
      sql<{ dimension: string; isRequired: boolean }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('dimension', x.dimension, 'isRequired', x.is_required) order by x.dimension collate "C")
        from indicator_dimension x where x.indicator_id = i.id), '[]')`.as('dimensions'),
    );

function filtered(tx: Transaction, filter: IndicatorFilter) {
  let query = selected(tx);
  if (filter.topic !== undefined) query = query.where('i.topic', '=', filter.topic);
  if (filter.framework !== undefined) query = query.where('i.framework', '=', filter.framework);
  if (filter.standing !== undefined) query = query.where('i.standing', '=', filter.standing);
  const { country } = filter;
  if (country !== undefined)
    query = query.where((eb) => eb.or([eb('i.country', 'is', null), eb('i.country', '=', country)]));
  if (filter.figures === 'told') query = query.where(isTold(filter.at ?? null));
  for (const word of fold(filter.text ?? '')
    .split(' ')
    .filter(Boolean))
    query = query.where((eb) =>
      eb.or([
        eb(sql<string>`lower(i.code)`, 'like', `%${word}%`),
        eb.exists(
          eb
            .selectFrom('search_entry as s')
            .select('s.id')
            .where('s.kind', '=', 'indicator')
            .whereRef('s.id', '=', 'i.code')
            .where('s.folded', 'like', `%${word}%`),
        ),
      ]),
    );
  return query;
}

// The system computes it, or a series tells it; of a ratio, its numerator.
const isTold = (at: NumberRange | null) =>
  sql<boolean>`(i.composition = 'computed' or exists (select from series s
    where s.standing = 'current' and s.indicator_id in (i.id, i.numerator_id) and ${at ? tellsOf(at) : sql`true`}))`;

// Every number in a code as four digits, so that C2 comes before C10.
const inOrder = (code: ReturnType<typeof sql>) =>
  sql<string>`regexp_replace(regexp_replace(${code}, '(\\d+)', '0000\\1', 'g'), '\\d*(\\d{4})', '\\1', 'g') collate "C"`;

/** Indicators in the order of their codes, as people count: C2 before C10. */
export async function listIndicatorRows(
  tx: Transaction,
  filter: IndicatorFilter,
  page: { readonly after: string | null; readonly limit: number } | null,
): Promise<IndicatorRow[]> {
  const own = inOrder(sql`i.code`);
  let query = filtered(tx, filter).orderBy(own);
  if (page?.after) query = query.where(sql<boolean>`${own} > ${inOrder(sql`${page.after}`)}`);
  if (page) query = query.limit(page.limit);
  return (await query.execute()).map(indicatorOf);
}

export async function countIndicatorRows(tx: Transaction, filter: IndicatorFilter): Promise<number> {
  const row = await tx
    .selectFrom(filtered(tx, filter).as('found'))
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** How many each choice of a filter would show, the other filters being as they are. */
export async function countByFilter(tx: Transaction, filter: IndicatorFilter) {
  const by = async (field: 'topic' | 'framework' | 'standing') => {
    const rows = await tx
      .selectFrom(filtered(tx, { ...filter, [field]: undefined }).as('found'))
      .select(field)
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where(field, 'is not', null)
      .groupBy(field)
      .execute();
    return Object.fromEntries(rows.map((row) => [row[field] ?? '', Number(row.count)]));
  };
  return {
    topic: await by('topic'),
    framework: await by('framework'),
    standing: await by('standing'),
    withFigures: await countIndicatorRows(tx, { ...filter, figures: 'told' }),
  };
}

export async function findIndicator(tx: Transaction, code: string): Promise<IndicatorRow | undefined> {
  const row = await selected(tx).where('i.code', '=', code).executeTakeFirst();
  return row && indicatorOf(row);
}

/** Indicators by their codes: those that there are, as far as the caller may see them. */
export async function findIndicators(
  tx: Transaction,
  codes: readonly string[],
): Promise<Map<string, IndicatorRow>> {
  if (codes.length === 0) return new Map();
  const rows = await selected(tx)
    .where('i.code', 'in', [...new Set(codes)])
    .execute();
  return new Map(rows.map((row) => [row.code, indicatorOf(row)]));
}

/** Of what every indicator is part. */
export async function listWholes(tx: Transaction): Promise<Map<string, string | null>> {
  const rows = await tx
    .selectFrom('indicator as i')
    .innerJoin('indicator as w', 'w.id', 'i.whole_id')
    .select(['i.code', 'w.code as whole'])
    .execute();
  return new Map(rows.map(({ code, whole }) => [code, whole]));
}

/** Every wording of a definition, newest first. */
export async function findDefinitions(tx: Transaction, indicatorId: number): Promise<DefinitionRow[]> {
  const rows = await tx
    .selectFrom('indicator_definition')
    .selectAll()
    .where('indicator_id', '=', indicatorId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(definitionOf);
}

/** The wordings that hold now, by the number of the indicator. */
export async function findCurrentDefinitions(
  tx: Transaction,
  indicators: readonly Pick<IndicatorRow, 'id'>[],
): Promise<Map<number, DefinitionRow>> {
  if (indicators.length === 0) return new Map();
  const rows = await tx
    .selectFrom('indicator_definition as d')
    .innerJoin('indicator as i', (join) =>
      join.onRef('i.id', '=', 'd.indicator_id').onRef('i.definition_number', '=', 'd.number'),
    )
    .selectAll('d')
    .where(
      'i.id',
      'in',
      indicators.map(({ id }) => id),
    )
    .execute();
  return new Map(rows.map((row) => [row.indicator_id, definitionOf(row)]));
}
