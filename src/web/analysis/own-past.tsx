import type { ChartPoint, ChartTarget } from '#domain/analysis/place-trend.ts';
import { Downloads, Table, type Download } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import type { Trend } from './analysis-shapes.ts';
import { ChangeWords } from './change-words.tsx';
import styles from './charts.module.css';
import { ToldNotes } from './told-notes.tsx';
import { TrendChart } from './trend-chart.tsx';
import { useFigureWords } from './use-figure-words.ts';
import { usePictureLines } from './use-picture-lines.ts';
import { usePeriod } from '../words/use-period.ts';

/** The points of a territory's own past as a chart draws them: a rate that is too weak, and a wider territory's figure, are left out. */
export function useChartPoints(trend: Pick<Trend, 'points' | 'indicator'>): ChartPoint[] {
  const words = useFigureWords(trend);
  const period = usePeriod();
  return trend.points.map((point) => {
    const isShown = point.warnings.length === 0 && point.heldAt === null;
    return {
      key: point.period,
      label: point.period,
      says: [period(point.period), words.value(point), words.interval(point), words.reported(point)]
        .filter(Boolean)
        .join(' · '),
      value: isShown ? point.value : null,
      interval: point.heldAt === null ? point.interval : null,
      isOpen: point.isOpen,
    };
  });
}

type Point = Trend['points'][number];

/** One territory's own past: the line with its interval, what the latest says, and the same as a table. */
export function OwnPast({
  trend,
  targets = [],
  id = 'trend',
  downloads = [],
}: {
  trend: Trend;
  targets?: readonly { readonly year: number; readonly value: number }[];
  id?: string;
  downloads?: readonly Download[];
}) {
  const say = useSay();
  const words = useFigureWords(trend);
  const period = usePeriod();
  const points = useChartPoints(trend);
  const lines = usePictureLines(trend);
  const { indicator, territory } = trend;
  const aims: ChartTarget[] =
    trend.period === 'year'
      ? targets.map(({ value, year }) => ({
          key: String(year),
          value,
          says: say('analysis.target-says', { year: String(year), value: words.number(value) }),
        }))
      : [];
  const held = trend.points.find(({ heldAt }) => heldAt !== null)?.heldAt;
  const last = trend.points.findLast(({ value }) => value !== null);
  const title = say('analysis.trend-title', { title: indicator.title, name: held?.name ?? territory.name });
  const isDrawn = points.filter(({ interval, value }) => value !== null || interval !== null).length > 1;
  return (
    <>
      {held && (
        <p className={styles.prose}>
          {say('analysis.held-lead', { name: territory.name, wider: held.name })}
        </p>
      )}
      {isDrawn && (
        <TrendChart
          id={id}
          title={title}
          summary={
            last
              ? say('analysis.trend-summary', { last: `${period(last.period)}: ${words.value(last)}` })
              : title
          }
          unit={indicator.unit}
          points={points}
          targets={aims}
          picture={{ lines, name: `${indicator.code} ${territory.reference}` }}
        />
      )}
      {last && words.reported(last) !== '' && (
        <p className={styles.prose}>
          {say('analysis.reported-last', { period: period(last.period), reported: words.reported(last) })}
        </p>
      )}
      <ChangeWords trend={trend} />
      <details className={styles.more} open={!isDrawn}>
        <summary>{say('analysis.as-table')}</summary>
        <Table
          isCompared
          caption={title}
          rows={trend.points}
          rowKey={(point) => point.period}
          columns={[
            {
              id: 'period',
              title: say('analysis.axis.period'),
              cell: (point) =>
                `${period(point.period)}${point.isOpen ? ` (${say('analysis.legend.open')})` : ''}`,
            },
            { id: 'value', title: indicator.unit, isNumber: true, cell: (point) => words.value(point) },
            ...(trend.points.some((point) => words.interval(point) !== '')
              ? [
                  {
                    id: 'interval',
                    title: say('analysis.column.interval'),
                    isNumber: true,
                    cell: (point: Point) => words.interval(point),
                  },
                ]
              : []),
            ...(trend.points.some((point) => words.reported(point) !== '')
              ? [
                  {
                    id: 'reported',
                    title: say('analysis.column.reporting'),
                    cell: (point: Point) => words.reported(point) || say('analysis.reported-all'),
                  },
                ]
              : []),
          ]}
        />
      </details>
      <Downloads downloads={downloads} />
      <ToldNotes beside={trend} />
    </>
  );
}
