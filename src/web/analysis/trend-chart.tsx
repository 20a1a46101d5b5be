import {
  placeTrend,
  trendPaper,
  type ChartPoint,
  type ChartTarget,
  type PlacedTrend,
} from '#domain/analysis/place-trend.ts';
import { PictureButtons } from '../design/picture-buttons.tsx';
import { useFormat } from '../words/words.tsx';
import styles from './charts.module.css';
import { TrendLegend } from './trend-legend.tsx';

/** A line through time with the band in which chance would let it lie, and what is aimed at. A missing figure is a gap, never a zero. */
export function TrendChart({
  id,
  title,
  summary,
  unit,
  points,
  targets = [],
  isSmall = false,
  picture,
}: {
  id: string;
  title: string;
  /** What can be seen in it, for whoever does not see it. */
  summary: string;
  unit: string;
  points: readonly ChartPoint[];
  targets?: readonly ChartTarget[];
  isSmall?: boolean;
  /** What goes along when the chart is taken away as a picture; without it there are no buttons for that. */
  picture?: { readonly lines: readonly string[]; readonly name: string };
}) {
  const sheet = trendPaper[isSmall ? 'small' : 'large'];
  const placed = placeTrend(points, targets, sheet);
  return (
    <figure className={styles.figure}>
      <svg
        viewBox={`0 0 ${sheet.width} ${sheet.height}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        className={`${styles.chart} ${isSmall ? styles.small : ''}`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{summary}</desc>
        <Axes placed={placed} unit={isSmall ? '' : unit} />
        {placed.bands.map((path) => (
          <path key={path} d={path} className={styles.band} />
        ))}
        <path d={placed.line} className={styles.line} />
        {placed.dots.map(({ isOpen, key, says, x, y }) => (
          <circle key={key} cx={x} cy={y} r={isSmall ? 2.5 : 4} className={isOpen ? styles.open : styles.dot}>
            <title>{says}</title>
          </circle>
        ))}
        {placed.targets.map(({ key, says, x, y }) => (
          <line key={key} x1={x - 11} x2={x + 11} y1={y} y2={y} className={styles.target}>
            <title>{says}</title>
          </line>
        ))}
      </svg>
      {!isSmall && (
        <TrendLegend
          hasBand={placed.bands.length > 0}
          hasTarget={targets.length > 0}
          hasOpen={placed.dots.some(({ isOpen }) => isOpen)}
        />
      )}
      {picture && <PictureButtons {...picture} />}
    </figure>
  );
}

function Axes({ placed, unit }: { placed: PlacedTrend; unit: string }) {
  const format = useFormat();
  const { labels, sheet, ticks } = placed;
  const digits = ticks.every(({ value }) => Number.isInteger(value)) ? 0 : 1;
  return (
    <g aria-hidden="true">
      {unit !== '' && (
        <text x={0} y={13} className={styles.text}>
          {unit}
        </text>
      )}
      {ticks.map(({ value, y }) => (
        <g key={value}>
          <line
            x1={sheet.left}
            x2={sheet.width - sheet.right}
            y1={y}
            y2={y}
            className={value === 0 ? styles.axis : styles.grid}
          />
          <text x={sheet.left - 6} y={y + 5} textAnchor="end" className={styles.text}>
            {format.number(value, digits)}
          </text>
        </g>
      ))}
      {labels.map(({ key, text, x }) => (
        <text key={key} x={x} y={sheet.height - 8} textAnchor="middle" className={styles.text}>
          {text}
        </text>
      ))}
    </g>
  );
}
