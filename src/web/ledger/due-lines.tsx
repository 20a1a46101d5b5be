import { Link } from 'react-router';
import { StateTag } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { addressOfCommitment, stateInWords, type LedgerRow } from './ledger-shapes.ts';
import styles from './ledger.module.css';

/** Due dates in a few lines each: how it stands, what it is, who owes it or what it needs now. */
export function DueLines({
  rows,
  tells,
}: {
  rows: readonly LedgerRow[];
  /** Who owes it, for those who look from outside; what to do about it, for those it is asked of. */
  tells: 'who' | 'action';
}) {
  const say = useSay();
  const format = useFormat();
  return (
    <ul className={styles.dueLines}>
      {rows.map((row) => (
        <li key={row.id}>
          <StateTag state={row.tone}>{stateInWords(say, row)}</StateTag>
          <Link to={addressOfCommitment(row.commitmentId)}>{row.what}</Link>
          <small>
            {row.example && `${say('ledger.example')} · `}
            {tells === 'who' && `${row.obligor.name} · `}
            {row.territory.name} · {format.day(row.dueOn)}
          </small>
          {tells === 'action' && <NextStep row={row} />}
        </li>
      ))}
    </ul>
  );
}

/** What whoever asks can do leads to where it is done; what is only waited for is plain words. */
function NextStep({ row }: { row: LedgerRow }) {
  const say = useSay();
  const words = say(`ledger.action.${row.action}`);
  if (row.action === 'none') return null;
  if (row.action.startsWith('await')) return <small>{words}</small>;
  return (
    <Link
      className={styles.step}
      to={addressOfCommitment(row.commitmentId)}
      aria-label={`${words}: ${row.what}`}
    >
      {words}
    </Link>
  );
}
