import { useFormat, useSay } from '../words/words.tsx';
import type { Trend } from './analysis-shapes.ts';
import styles from './charts.module.css';
import { usePeriod } from '../words/use-period.ts';

/** Whether the latest figure differs from the territory's own past by more than chance brings: what it means, and what it does not. */
export function ChangeWords({ trend }: { trend: Trend }) {
  const say = useSay();
  const format = useFormat();
  const period = usePeriod();
  const { change, pooled } = trend;
  return (
    <>
      {change && (
        <p className={styles.prose}>
          {say('analysis.change-facts', {
            latest: period(change.latest.period),
            count: change.latest.events,
            before: format.list(change.before.map(period)),
            expected: format.number(change.expected, change.expected < 10 ? 1 : 0),
            lower: format.number(Math.ceil(change.usual.lower)),
            upper: format.number(Math.floor(change.usual.upper)),
          })}{' '}
          <strong>{say(`analysis.change.${change.verdict}`)}</strong>{' '}
          {say(`analysis.change-means.${change.verdict}`)}
        </p>
      )}
      {pooled && pooled.periods > 1 && (
        <p className={styles.prose}>
          {say(pooled.isEnough ? 'analysis.pooled' : 'analysis.pooled-few', {
            from: period(pooled.from),
            to: period(pooled.to),
            count: pooled.events,
            value: format.number(pooled.value, 1),
            unit: trend.indicator.unit,
            lower: format.number(pooled.interval.lower, 1),
            upper: format.number(pooled.interval.upper, 1),
          })}
        </p>
      )}
    </>
  );
}
