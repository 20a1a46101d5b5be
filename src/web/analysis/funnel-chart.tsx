import { classOf } from '#domain/analysis/area-class.ts';
import { linePath, logScaleOf, scaleOf } from '#domain/analysis/chart-scale.ts';
import { PictureButtons } from '../design/picture-buttons.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Comparison } from './analysis-shapes.ts';
import styles from './charts.module.css';
import { useFigureWords } from './use-figure-words.ts';
import { usePictureLines } from './use-picture-lines.ts';

const sheet = { width: 420, height: 270, left: 54, right: 14, top: 28, bottom: 50 };

/** Territories by how many people live there: between the lines lies what chance alone brings. Nobody is first. */
export function FunnelChart({ comparison, here }: { comparison: Comparison; here?: string | undefined }) {
  const say = useSay();
  const format = useFormat();
  const words = useFigureWords(comparison);
  const lines = usePictureLines(comparison);
  const { line, placed, whole, x, y } = placeFunnel(comparison);
  const id = `funnel-${comparison.indicator.code}-${comparison.within.reference}`.replaceAll(/[^\w-]/g, '-');
  const digits = y.ticks.every((tick) => Number.isInteger(tick)) ? 0 : 1;
  return (
    <figure className={styles.figure}>
      <svg
        viewBox={`0 0 ${sheet.width} ${sheet.height}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        className={styles.chart}
      >
        <title id={`${id}-title`}>{say('analysis.funnel.title', { name: comparison.within.name })}</title>
        <desc id={`${id}-desc`}>{say('analysis.funnel.lead')}</desc>
        <g aria-hidden="true">
          <text x={0} y={13} className={styles.text}>
            {comparison.indicator.unit}
          </text>
          {y.ticks.map((tick) => (
            <g key={tick}>
              <line
                x1={sheet.left}
                x2={sheet.width - sheet.right}
                y1={y.at(tick)}
                y2={y.at(tick)}
                className={tick === 0 ? styles.axis : styles.grid}
              />
              <text x={sheet.left - 6} y={y.at(tick) + 5} textAnchor="end" className={styles.text}>
                {format.number(tick, digits)}
              </text>
            </g>
          ))}
          {x.ticks.map((tick) => (
            <text key={tick} x={x.at(tick)} y={sheet.height - 30} textAnchor="middle" className={styles.text}>
              {format.number(tick)}
            </text>
          ))}
          <text x={sheet.width - sheet.right} y={sheet.height - 8} textAnchor="end" className={styles.text}>
            {say('analysis.funnel.people')}
          </text>
        </g>
        {whole !== null && (
          <line
            x1={sheet.left}
            x2={sheet.width - sheet.right}
            y1={whole}
            y2={whole}
            className={styles.whole}
          />
        )}
        <path d={line('alertLower')} className={styles.alert} />
        <path d={line('alertUpper')} className={styles.alert} />
        <path d={line('alarmLower')} className={styles.alarm} />
        <path d={line('alarmUpper')} className={styles.alarm} />
        {placed.map(({ area, ...at }) => (
          <circle
            key={area.territory.reference}
            cx={at.x}
            cy={at.y}
            r={4.5}
            className={`${styles.dot} ${area.territory.reference === here ? styles.here : ''}`}
          >
            <title>
              {`${area.territory.name}: ${words.value(area)} · ${say.dynamic(`analysis.class.${classOf(area)}`)}`}
            </title>
          </circle>
        ))}
      </svg>
      <ul className={styles.legend}>
        {(['alert', 'alarm'] as const).map((one) => (
          <li key={one}>
            <svg aria-hidden="true" width="28" height="14">
              <path d="M0,7L28,7" className={styles[one]} />
            </svg>
            {say(`analysis.funnel.${one}`)}
          </li>
        ))}
      </ul>
      <figcaption className={styles.note}>{say('analysis.funnel.lead')}</figcaption>
      <PictureButtons
        lines={lines}
        name={`${comparison.indicator.code} ${comparison.within.reference} embudo`}
      />
    </figure>
  );
}

type Limit = 'alarmLower' | 'alertLower' | 'alertUpper' | 'alarmUpper';

function placeFunnel({ areas, funnel, whole }: Comparison) {
  const dots = areas.filter(({ persons, value }) => persons !== null && value !== null);
  // Where the funnel is widest it would press all else flat.
  const wide = funnel[Math.floor(funnel.length / 4)]?.alarmUpper ?? 0;
  const x = logScaleOf(
    funnel.map(({ persons }) => persons),
    { from: sheet.left + 8, to: sheet.width - sheet.right - 8 },
  );
  const y = scaleOf([...dots.map(({ value }) => value ?? 0), wide], {
    from: sheet.height - sheet.bottom,
    to: sheet.top,
  });
  const room = Math.ceil(x.ticks.length / 5);
  return {
    x: { ...x, ticks: x.ticks.filter((_tick, index) => index % room === 0) },
    y,
    whole: whole?.value == null ? null : y.at(whole.value),
    placed: dots.map((area) => ({ area, x: x.at(area.persons ?? 1), y: y.at(area.value ?? 0) })),
    line: (limit: Limit) =>
      linePath(
        funnel.map((point) => (point[limit] > y.high ? null : [x.at(point.persons), y.at(point[limit])])),
      ),
  };
}
