import type { Transaction } from '#database/connection.ts';
import type { TargetFields } from '#domain/indicators/target.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';

export type TargetRow = TargetFields & {
  readonly id: string;
  readonly indicatorId: number;
  readonly indicator: { readonly code: string; readonly title: string; readonly titleEn: string | null };
  readonly territoryId: number;
  readonly version: number;
};

/** Where a list goes on: after this indicator, territory, year and target. */
export type TargetCursor = {
  readonly indicatorId: number;
  readonly territoryId: number;
  readonly year: number;
  readonly id: string;
};

const selected = (tx: Transaction) =>
  tx
    .selectFrom('indicator_target as t')
    .innerJoin('indicator as i', 'i.id', 't.indicator_id')
    .innerJoin('disaggregation as d', 'd.id', 't.disaggregation_id')
    .selectAll('t')
    .select(['i.code', 'i.title', 'i.title_en', 'd.parts']);

type Selected = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number];

function targetOf(row: Selected): TargetRow {
  return {
    id: row.id,
    indicatorId: row.indicator_id,
    indicator: { code: row.code, title: row.title, titleEn: row.title_en },
    territoryId: row.territory_id,
    kind: row.kind as TargetFields['kind'],
    year: row.year,
    group: row.parts as Record<string, string>,
    value: row.value,
    source: row.source,
    note: row.note,
    version: row.version,
  };
}

/** Baselines and targets by indicator, territory and year. */
export async function listTargetRows(
  tx: Transaction,
  filter: { readonly indicatorId: number | null; readonly within: NumberRange | null },
  page: { readonly after: TargetCursor | null; readonly limit: number },
): Promise<TargetRow[]> {
  let query = selected(tx)
    .orderBy('t.indicator_id')
    .orderBy('t.territory_id')
    .orderBy('t.year')
    .orderBy('t.id')
    .limit(page.limit);
  const { indicatorId, within } = filter;
  const { after } = page;
  if (indicatorId !== null) query = query.where('t.indicator_id', '=', indicatorId);
  if (within)
    query = query.where('t.territory_id', '>=', within.low).where('t.territory_id', '<=', within.high);
  if (after)
    query = query.where((eb) =>
      eb(
        eb.refTuple('t.indicator_id', 't.territory_id', 't.year', 't.id'),
        '>',
        eb.tuple(after.indicatorId, after.territoryId, after.year, after.id),
      ),
    );
  return (await query.execute()).map(targetOf);
}

export async function findTarget(tx: Transaction, id: string): Promise<TargetRow | undefined> {
  const row = await selected(tx).where('t.id', '=', id).executeTakeFirst();
  return row && targetOf(row);
}
