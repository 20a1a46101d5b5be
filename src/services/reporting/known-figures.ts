import { endOf, isPeriodKind } from '#domain/indicators/period.ts';
import { cellsOf, type FormCell } from '#domain/reporting/form.ts';
import { Refusal } from '#domain/shared/refusal.ts';
import type { Context } from '../context.ts';
import type { FigureAnswer } from '../values/figure-question.ts';
import { readFigures } from '../values/read-figures.ts';
import type { OpenedReport } from './read-report.ts';

export type Known = { readonly value: number; readonly source: string };

/**
 * What other sources already say of the place and period of a report, by cell: proposed to whoever fills it in, never taken for an answer.
 * It leaves by the one door of figures, so that what is protected stays so.
 */
export async function knownFigures(
  context: Context,
  opened: Pick<OpenedReport, 'report' | 'form'>,
  at: { readonly level: number; readonly ownSeries: ReadonlySet<number> },
): Promise<ReadonlyMap<string, Known>> {
  const known = new Map<string, Known>();
  // What other sources say of a place is not what an institution there does.
  if (opened.report.holder !== null) return known;
  const asked = Map.groupBy(
    cellsOf(opened.form).filter(({ item }) => item.indicator !== null),
    ({ item }) => item.key,
  );
  for (const cells of asked.values()) {
    const answer = await answerOfOthers(context, opened.report, cells, at);
    if (answer?.series == null) continue;
    for (const { cell, crossing } of cells) {
      const group = answer.disaggregations.find(({ key }) => key === (crossing?.key ?? ''));
      const found = answer.cells.find(
        (one) =>
          one.territoryId === opened.report.territoryId &&
          one.period === opened.report.period &&
          one.disaggregationId === group?.id,
      );
      if (found?.state === 'value' && found.value !== null)
        known.set(cell, { value: found.value, source: answer.series.title });
    }
  }
  return known;
}

/** So many other sources are asked before nothing is proposed. */
const most = 3;

async function answerOfOthers(
  context: Context,
  report: OpenedReport['report'],
  cells: readonly FormCell[],
  { level, ownSeries }: { readonly level: number; readonly ownSeries: ReadonlySet<number> },
): Promise<FigureAnswer | null> {
  const [cell] = cells;
  const { period: start, periodKind: kind, territoryId } = report;
  if (!cell || cell.item.indicator === null || !isPeriodKind(kind)) return null;
  const question = {
    indicator: cell.item.indicator,
    level,
    within: territoryId,
    from: start,
    to: endOf({ kind, start }),
    period: kind,
    by: cell.item.dimensions,
  };
  try {
    const first = await readFigures(context, question);
    // Told at this very level: a wider territory's figure is never this one's.
    const others = first.others.filter((one) => !ownSeries.has(one.id) && one.level === level);
    for (const { id } of others.slice(0, most)) {
      const answer = await readFigures(context, { ...question, series: id });
      if (answer.cells.some(({ state }) => state === 'value')) return answer;
    }
    return null;
  } catch (problem) {
    // Where figures of it cannot be asked for like this, nothing is known.
    if (problem instanceof Refusal) return null;
    throw problem;
  }
}
