import { Link } from 'react-router';
import { ButtonLink, Buttons } from '../design/button.tsx';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import { addressOfExplorer, type Trend } from './analysis-shapes.ts';
import styles from './charts.module.css';
import { useChartPoints } from './own-past.tsx';
import { TrendChart } from './trend-chart.tsx';
import { useFigureWords } from './use-figure-words.ts';
import { usePeriod } from '../words/use-period.ts';

/** Our figures against our own past, each with what the latest says; nothing where none are told. */
export function TerritoryFigures({ reference, trends }: { reference: string; trends: readonly Trend[] }) {
  const say = useSay();
  if (trends.length === 0) return null;
  return (
    <Section title={say('analysis.figures')} id="cifras">
      <ul className={styles.multiples}>
        {trends.map((trend) => (
          <li key={trend.indicator.code}>
            <OneFigure trend={trend} reference={reference} />
          </li>
        ))}
      </ul>
      <p className={styles.note}>{say('analysis.figures-note')}</p>
      <Buttons>
        <ButtonLink to={addressOfExplorer({ territorio: reference })}>
          {say('analysis.explore-all')}
        </ButtonLink>
      </Buttons>
    </Section>
  );
}

function OneFigure({ trend, reference }: { trend: Trend; reference: string }) {
  const say = useSay();
  const words = useFigureWords(trend);
  const period = usePeriod();
  const { change, indicator, points, series } = trend;
  const held = points.find(({ heldAt }) => heldAt !== null)?.heldAt ?? null;
  // Of a wider territory the line is drawn as its own: the words above say whose it is.
  const own = useChartPoints({ ...trend, points: points.map((point) => ({ ...point, heldAt: null })) });
  const last = points.findLast(({ isOpen, value }) => value !== null && !isOpen);
  return (
    <>
      <h3>
        <Link to={`/indicadores/${encodeURIComponent(indicator.code)}?territorio=${reference}`}>
          {indicator.title}
        </Link>
      </h3>
      {held && <p>{say('analysis.held-short', { name: held.name })}</p>}
      {last && (
        <p>
          {say('analysis.last-told', {
            period: period(last.period),
            value: `${words.value(last)} ${indicator.unit}`,
          })}
          {!held && words.interval(last) !== '' && <small> ({words.interval(last)})</small>}
        </p>
      )}
      {own.filter(({ value }) => value !== null).length > 1 && (
        <TrendChart
          id={`here-${indicator.code.replaceAll(/[^\w-]/g, '-')}`}
          title={say('analysis.trend-title', {
            title: indicator.title,
            name: held?.name ?? trend.territory.name,
          })}
          summary={say('analysis.see-table')}
          unit=""
          isSmall
          points={own}
        />
      )}
      {change && <p>{say(`analysis.change.${change.verdict}`)}</p>}
      {series && (
        <p className={styles.note}>
          {say('analysis.source')} {series.source.title}
        </p>
      )}
    </>
  );
}
