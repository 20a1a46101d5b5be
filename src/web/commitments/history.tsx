import { Link } from 'react-router';
import { Day } from '../design/date-words.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { addressOfCommitment, shortNameOf, type Commitment } from './commitment-shapes.ts';
import styles from './commitments.module.css';

/** All that was done, newest first, as far as whoever reads may know. */
export function History({ commitment }: { commitment: Commitment }) {
  const say = useSay();
  const format = useFormat();
  return (
    <ol className={styles.lines}>
      {commitment.acts.map((act, index) => (
        <li key={`${act.at} ${index}`}>
          {say.dynamic(`commitments.act.${act.act}`)}
          {act.other && (
            <>
              : <Link to={addressOfCommitment(act.other.id)}>{act.other.what}</Link>
            </>
          )}
          <small>
            <Day day={act.on} />
            {act.sequence !== null && ` · ${say('commitment.delivery-short', { number: act.sequence })}`}
            {act.from && act.to && ` · ${format.day(act.from)} → ${format.day(act.to)}`}
            {!act.from && act.to && ` · ${format.day(act.to)}`}
            {act.forParty && ` · ${say('commitment.for', { name: shortNameOf(act.forParty) })}`}
            {act.reason && ` · ${act.reason}`}
            {act.fields.length > 0 &&
              ` · ${format.list(act.fields.map((field) => say.dynamic(`commitments.field.${field}`)))}`}
          </small>
        </li>
      ))}
    </ol>
  );
}
