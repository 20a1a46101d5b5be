import type { DrawnMap } from '../territories/territory-shapes.ts';
import { Downloads, type Download } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Comparison } from './analysis-shapes.ts';
import styles from './charts.module.css';
import { ClassMap } from './class-map.tsx';
import { ClassTable } from './class-table.tsx';
import { FunnelChart } from './funnel-chart.tsx';
import { ToldNotes } from './told-notes.tsx';
import { useFigureWords } from './use-figure-words.ts';
import { usePeriod } from '../words/use-period.ts';

/** Territories beside the whole that they lie in: a map by class, the same as a table, and a funnel where it is a rate. */
export function BesideTheWhole({
  comparison,
  map,
  here,
  downloads = [],
}: {
  comparison: Comparison;
  map: DrawnMap | null;
  here?: string | undefined;
  downloads?: readonly Download[];
}) {
  const say = useSay();
  const words = useFigureWords(comparison);
  const more = useMethodWords(comparison);
  const { funnel, whole, within } = comparison;
  return (
    <>
      <Lead comparison={comparison} />
      {whole && (
        <p className={styles.prose}>
          {say('analysis.whole', {
            name: within.name,
            value: words.value(whole),
            unit: comparison.indicator.unit,
            interval: words.interval(whole),
          })}
        </p>
      )}
      {map && <ClassMap comparison={comparison} map={map} here={here} />}
      <details className={styles.more} open={!map}>
        <summary>{say('analysis.as-groups')}</summary>
        <ClassTable comparison={comparison} />
      </details>
      {funnel.length > 0 && (
        <details className={styles.more}>
          <summary>{say('analysis.funnel.open')}</summary>
          <FunnelChart comparison={comparison} here={here} />
          <Downloads downloads={downloads.filter((one) => one.of === 'funnel')} />
        </details>
      )}
      <Downloads downloads={downloads.filter((one) => one.of === undefined)} />
      <ToldNotes beside={comparison} more={more} />
    </>
  );
}

function Lead({ comparison }: { comparison: Comparison }) {
  const say = useSay();
  const period = usePeriod();
  const { counting, from, indicator, rateOf, to } = comparison;
  if (from === null || to === null) return null;
  const when = from === to ? period(from) : say('analysis.span', { from: period(from), to: period(to) });
  return (
    <p className={styles.prose}>
      {say('analysis.compared', { title: indicator.title, when })}{' '}
      {rateOf !== null && say('analysis.rate-instead')}{' '}
      {counting === 'events' && say('analysis.counts-of-places')}
    </p>
  );
}

/** How it was worked out, in the words of people who do not. */
function useMethodWords({ bordering, dispersion, smoothing, within }: Comparison): string[] {
  const say = useSay();
  const format = useFormat();
  return [
    ...(dispersion ? [say('analysis.funnel-means')] : []),
    ...(dispersion?.isExcessive
      ? [
          say(dispersion.isWidened ? 'analysis.over-dispersed' : 'analysis.truly-different', {
            phi: format.number(dispersion.phi, 1),
          }),
        ]
      : []),
    ...(smoothing === null ? [] : [say(`analysis.smoothing.${smoothing}`)]),
    ...(bordering === null ? [] : [say('analysis.smoothing.local', { name: within.name })]),
    ...(bordering?.isApproximate ? [say('analysis.smoothing.approximate')] : []),
  ];
}
