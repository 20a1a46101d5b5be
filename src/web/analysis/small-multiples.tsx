import { useSay } from '../words/words.tsx';
import type { Exploration } from './analysis-shapes.ts';
import styles from './charts.module.css';
import { TrendChart } from './trend-chart.tsx';
import { useFigureWords } from './use-figure-words.ts';
import { usePeriod } from '../words/use-period.ts';

// More small charts than this nobody compares.
const most = 60;

/** One small chart a row, in the order of the table: each has its own scale, and says so. */
export function SmallMultiples({ exploration }: { exploration: Exploration }) {
  const say = useSay();
  if (exploration.across !== 'period') return <p>{say('analysis.chart-wants-periods')}</p>;
  const rows = exploration.rows
    .filter(({ cells }) => cells.some((cell) => cell?.value != null))
    .slice(0, most);
  return (
    <>
      <p className={styles.note}>{say('analysis.own-scales')}</p>
      <ul className={styles.multiples}>
        {rows.map((row) => (
          <li key={row.key}>
            <OneRow exploration={exploration} row={row} />
          </li>
        ))}
      </ul>
      {exploration.rows.length > most && (
        <p className={styles.note}>{say('analysis.chart-cut', { most, count: exploration.rows.length })}</p>
      )}
    </>
  );
}

function OneRow({ exploration, row }: { exploration: Exploration; row: Exploration['rows'][number] }) {
  const say = useSay();
  const period = usePeriod();
  const code = row.heads.find(({ axis }) => axis === 'indicator')?.key;
  const told = exploration.told.find(({ indicator }) => indicator.code === code) ?? exploration.told[0];
  const words = useFigureWords(told ?? { indicator: emptyIndicator });
  const title = row.heads.map((head) => head.title || say('analysis.everybody')).join(' · ');
  return (
    <>
      <p>{title}</p>
      <TrendChart
        id={`row-${row.key.replaceAll(/[^\w-]/g, '-')}`}
        title={title}
        summary={say('analysis.see-table')}
        unit=""
        isSmall
        points={exploration.columns.map(({ key }, index) => {
          const cell = row.cells[index] ?? null;
          const isShown = cell !== null && cell.warnings.length === 0 && cell.heldAt === null;
          return {
            key,
            label: key,
            says: cell ? `${period(key)} · ${words.value(cell)}` : period(key),
            value: isShown ? cell.value : null,
            interval: cell?.heldAt === null ? cell.interval : null,
          };
        })}
      />
    </>
  );
}

const emptyIndicator = {
  code: '',
  title: '',
  unit: '',
  decimals: 0,
  composition: 'count',
  direction: 'none',
  multiplier: 1,
  countsPeople: false,
};
