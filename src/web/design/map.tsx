import { Link } from 'react-router';
import { useSay } from '../words/words.tsx';
import styles from './map.module.css';
import { PictureButtons } from './picture-buttons.tsx';

/** One of five even steps, light to dark; `none` where there is no figure; `plain` where the map shows places only. */
export type Shade = 1 | 2 | 3 | 4 | 5 | 'plain' | 'none';

export type Area = {
  readonly id: string;
  readonly name: string;
  /** What the area says beside its name: the figure with its unit, or the state in words. */
  readonly says?: string;
  /** The outline, already projected: drawn on the server, so that no projection travels. */
  readonly path: string;
  readonly shade: Shade;
  readonly isApproximate?: boolean;
  readonly to?: string;
  readonly isHere?: boolean;
  /** Where its name is written, if there is room for it. */
  readonly labelAt?: readonly [number, number];
};

export type LegendLine = { readonly shade: Shade; readonly words: string };

type MapParts = {
  /** An id of its own in the page. */
  readonly id: string;
  /** What the map shows, as a sentence. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly areas: readonly Area[];
  /** The outline around all areas, for places without any. */
  readonly outline?: string;
  readonly legend?: readonly LegendLine[];
  readonly note?: string;
  /** What goes along when the map is taken away as a picture; without it there are no buttons for that. */
  readonly picture?: { readonly lines: readonly string[]; readonly name: string };
};

// On paper, and wherever no styles are, these hold; on the screen the tokens do.
const printFill: Readonly<Record<Shade, string>> = {
  1: '#e2eeef',
  2: '#b3d2d7',
  3: '#7db0b9',
  4: '#428694',
  5: '#0b5563',
  plain: '#e6e9e4',
  none: '#ffffff',
};

/**
 * A map of areas that are links: by mouse, by finger, by keyboard. It needs no tiles and no script.
 * The page gives the same as a table or list beside it.
 */
export function TerritoryMap({
  id,
  title,
  width,
  height,
  areas,
  outline,
  legend = [],
  note,
  picture,
}: MapParts) {
  const say = useSay();
  const hasApproximate = areas.some((area) => area.isApproximate);
  // The place one is at is drawn last, so that its line lies on top.
  const drawn = areas.toSorted((one, other) => Number(one.isHere ?? false) - Number(other.isHere ?? false));
  return (
    <figure className={styles.figure}>
      <svg
        xmlns="http://www.w3.org/2000/svg"
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-labelledby={`${id}-title`}
        className={styles.map}
      >
        <title id={`${id}-title`}>{title}</title>
        <defs>
          <pattern
            id={`${id}-hatch`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="#ffffff" className={styles.hatchPaper} />
            <line
              x1="0"
              y1="0"
              x2="0"
              y2="6"
              stroke="#888888"
              strokeWidth="1.5"
              className={styles.hatchLine}
            />
          </pattern>
        </defs>
        {outline && <path d={outline} fill="none" stroke="#888888" className={styles.outline} />}
        {drawn.map((area) => (
          <OneArea key={area.id} map={id} area={area} />
        ))}
        {drawn.map((area) => (
          <Label key={area.id} area={area} />
        ))}
      </svg>
      <Legend map={id} legend={legend} />
      {(note ?? hasApproximate) && (
        <figcaption className={styles.note}>{note ?? say('shared.approximate')}</figcaption>
      )}
      {picture && <PictureButtons {...picture} />}
    </figure>
  );
}

/** The name on the map is for the eye only: the link already says it. */
function Label({ area }: { area: Area }) {
  if (!area.labelAt) return null;
  const [x, y] = area.labelAt;
  return (
    <text x={x} y={y} textAnchor="middle" aria-hidden="true" className={styles.label}>
      {area.name}
    </text>
  );
}

function OneArea({ map, area }: { map: string; area: Area }) {
  const words = area.says ? `${area.name}: ${area.says}` : area.name;
  const shape = (
    <path
      d={area.path}
      fill={area.shade === 'none' ? `url(#${map}-hatch)` : printFill[area.shade]}
      stroke="#ffffff"
      strokeDasharray={area.isApproximate ? '3 2' : undefined}
      className={`${styles.area} ${area.shade === 'none' ? '' : styles[`shade${area.shade}`]} ${area.isHere ? styles.here : ''}`}
    >
      <title>{words}</title>
    </path>
  );
  if (!area.to) return shape;
  return (
    <Link
      to={area.to}
      aria-label={words}
      aria-current={area.isHere ? 'location' : undefined}
      className={styles.link}
    >
      {shape}
    </Link>
  );
}

function Legend({ map, legend }: { map: string; legend: readonly LegendLine[] }) {
  if (legend.length === 0) return null;
  return (
    <ul className={styles.legend}>
      {legend.map((line) => (
        <li key={line.words}>
          <svg aria-hidden="true" width="28" height="18">
            <rect
              width="28"
              height="18"
              fill={line.shade === 'none' ? `url(#${map}-hatch)` : printFill[line.shade]}
              stroke="#888888"
              className={line.shade === 'none' ? undefined : styles[`shade${line.shade}`]}
            />
          </svg>
          {line.words}
        </li>
      ))}
    </ul>
  );
}
