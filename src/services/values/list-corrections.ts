import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { valuesOperations } from '#contract/values/index.ts';
import { inScope } from '#database/connection.ts';
import { listDimensionRows, type DimensionRow } from '#database/indicators/dimension-views.ts';
import { listCorrectionRows } from '#database/values/correction-views.ts';
import { findMeasured } from '#database/values/question-views.ts';
import { listSeriesRows, type FullSeries } from '#database/values/series-views.ts';
import { isPeriodKind, writePeriod } from '#domain/indicators/period.ts';
import { storedStates, type FigureState } from '#domain/values/figure.ts';
import { seesFigures } from '#domain/values/permissions.ts';
import { refuse } from '#domain/values/refusals.ts';
import { lookUp, spanOf } from '../actors/look-up.ts';
import { cutPage } from '../actors/page-cursor.ts';
import type { Context, Transaction } from '../context.ts';
import { groupTitle } from './group-title.ts';
import { isProtectedSeries } from './protected-series.ts';
import { showSeries } from './show-figures.ts';

type Operation = typeof valuesOperations.listCorrections;
type Row = Awaited<ReturnType<typeof listCorrectionRows>>[number];

/**
 * The log of corrections. That a figure was corrected is told to everyone who knows of its series; what it was and is, only where it is not
 * protected: a former total could be subtracted from the present one.
 */
export async function listCorrections(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { actor, database } = context;
  const known = await inScope(database, actor.scope, async (tx) => seriesOf(tx, input));
  const rows = await database.owner.transaction().execute(async (tx) =>
    listCorrectionRows(tx, {
      seriesIds: [...known.series.keys()],
      within: known.within,
      after: input.after ?? null,
      limit: input.limit + 1,
    }),
  );
  return inScope(database, actor.scope, async (tx) => {
    const { shown, next } = cutPage(rows, input.limit, (row) => row.id);
    const names = await lookUp(tx, context, { territories: shown.map((row) => row.territoryId) });
    const dimensions = await listDimensionRows(tx);
    const items = shown.flatMap((row) => {
      const series = known.series.get(row.seriesId);
      const territory = names.place(row.territoryId);
      return series ? [showCorrection(context, row, { series, territory, dimensions })] : [];
    });
    return { items, next };
  });
}

async function seriesOf(tx: Transaction, input: InputOf<Operation>) {
  const indicator = input.indicator === undefined ? null : await findMeasured(tx, { code: input.indicator });
  if (indicator === undefined)
    throw refuse('values.indicator-not-found', { values: { indicator: String(input.indicator) } });
  const within = await spanOf(tx, input.territory);
  const filter = { indicatorId: indicator?.id ?? null, within, retired: true, after: null, limit: 5_000 };
  const rows = await listSeriesRows(tx, filter);
  return { within, series: new Map(rows.map((row) => [row.id, row])) };
}

function showCorrection<Place>(
  context: Context,
  row: Row,
  given: {
    readonly series: FullSeries;
    readonly territory: Place;
    readonly dimensions: readonly DimensionRow[];
  },
) {
  const { dimensions, series, territory } = given;
  if (!isPeriodKind(series.periodKind)) throw new Error(`${series.periodKind} is no length of time`);
  const isEnglish = context.language === 'en';
  const { id, source, title } = showSeries(series, context.language);
  const isHidden = isProtectedSeries(series) && !seesFigures(context.actor, row.territoryId);
  const said = (value: number | null, state: number) => saidOf(value, state, isHidden);
  return {
    id: row.id,
    indicator: {
      code: series.indicatorCode,
      title: isEnglish ? (series.indicatorTitleEn ?? series.indicatorTitle) : series.indicatorTitle,
      unit: isEnglish ? (series.indicatorUnitEn ?? series.indicatorUnit) : series.indicatorUnit,
    },
    series: { id, title, source },
    territory,
    period: writePeriod({ kind: series.periodKind, start: row.period }),
    crossing: row.crossing,
    group: groupTitle(dimensions, row.crossing, context.language),
    before: said(row.oldValue, row.oldState),
    after: row.newState === null ? null : said(row.newValue, row.newState),
    on: row.correctedAt.toISOString(),
    ...whyOf(row),
  };
}

/** Why a figure is another: what came instead says it, else whoever took back what had come before. */
function whyOf(row: Row) {
  if (!row.wasTakenBack) return { reason: row.reason, takenBackWith: null };
  return { reason: row.formerRevokedReason, takenBackWith: row.formerKind as 'report' };
}

/** What a stored figure says, or that it is not shown. */
export function saidOf(value: number | null, state: number, isHidden: boolean) {
  const shown: FigureState = storedStates[state] ?? 'unknown';
  if (isHidden && shown === 'value') return { value: null, state: 'protected' as const };
  return { value, state: shown };
}
