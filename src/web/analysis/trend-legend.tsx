import { useSay } from '../words/words.tsx';
import styles from './charts.module.css';

/** What the marks of a line through time mean; only those that it has. */
export function TrendLegend({
  hasBand,
  hasTarget,
  hasOpen,
}: {
  hasBand: boolean;
  hasTarget: boolean;
  hasOpen: boolean;
}) {
  const say = useSay();
  if (!hasBand && !hasTarget && !hasOpen) return null;
  return (
    <ul className={styles.legend}>
      {hasBand && (
        <li>
          <svg aria-hidden="true" width="28" height="14">
            <rect width="28" height="14" className={styles.band} />
          </svg>
          {say('analysis.legend.band')}
        </li>
      )}
      {hasTarget && (
        <li>
          <svg aria-hidden="true" width="28" height="14">
            <line x1="3" x2="25" y1="7" y2="7" className={styles.target} />
          </svg>
          {say('analysis.legend.target')}
        </li>
      )}
      {hasOpen && (
        <li>
          <svg aria-hidden="true" width="14" height="14">
            <circle cx="7" cy="7" r="4" className={styles.open} />
          </svg>
          {say('analysis.legend.open')}
        </li>
      )}
    </ul>
  );
}
