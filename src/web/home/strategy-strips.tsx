import { Link } from 'react-router';
import type { Answer } from '../api.ts';
import { StateTag } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './home.module.css';

type Strips = Answer<'getStrategyStrips'>;
type Line = Strips['lines'][number];

/** The strategy as strips, one a line of action: territories reached, what was met and is late, and the money committed. */
export function StrategyStrips({ strips }: { strips: Strips }) {
  return (
    <ul className={styles.strips}>
      {strips.lines.map((line) => (
        <li key={line.id}>
          <Link to={`/estrategia/lineas/${line.id}`}>{line.title}</Link>
          <Figures line={line} targets={strips.targets} />
        </li>
      ))}
    </ul>
  );
}

function Figures({ line, targets }: { line: Line; targets: number }) {
  const say = useSay();
  const format = useFormat();
  const { territories, met, late, money } = line;
  return (
    <p className={styles.strip}>
      <span>{say('home.strip-territories', { territories, targets })}</span>
      {met > 0 && <StateTag state="fulfilled">{say('home.strip-met', { count: met })}</StateTag>}
      {late > 0 && <StateTag state="late">{say('home.strip-late', { count: late })}</StateTag>}
      {money.length > 0 && (
        <span>{format.list(money.map(({ amount, currency }) => format.money(amount, currency)))}</span>
      )}
    </p>
  );
}
