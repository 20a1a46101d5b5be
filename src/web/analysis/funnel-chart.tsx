import { classOf } from '#domain/analysis/area-class.ts';
import { funnelPaper as sheet, placeFunnel } from '#domain/analysis/place-funnel.ts';
import { PictureButtons } from '../design/picture-buttons.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Comparison } from './analysis-shapes.ts';
import styles from './charts.module.css';
import { useFigureWords } from './use-figure-words.ts';
import { usePictureLines } from './use-picture-lines.ts';

/** Territories by how many people live there: between the lines lies what chance alone brings. Nobody is first. */
export function FunnelChart({ comparison, here }: { comparison: Comparison; here?: string | undefined }) {
  const say = useSay();
  const format = useFormat();
  const words = useFigureWords(comparison);
  const lines = usePictureLines(comparison);
  const { alarms, alerts, placed, whole, x, y } = placeFunnel(comparison, sheet);
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
        {alerts.map((path) => (
          <path key={path} d={path} className={styles.alert} />
        ))}
        {alarms.map((path) => (
          <path key={path} d={path} className={styles.alarm} />
        ))}
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
