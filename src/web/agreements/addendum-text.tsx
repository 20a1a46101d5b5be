import type { AgreementContent } from '#domain/agreements/text-content.ts';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './agreements.module.css';

type Change = Pick<NonNullable<AgreementContent['addendum']>, 'newEndsOn' | 'changes' | 'reschedulings'>;

/** What an addendum changes, as it is read before it is confirmed and signed: the last day, clauses, days of commitments. */
export function AddendumText({ addendum }: { addendum: Change }) {
  const say = useSay();
  const format = useFormat();
  const { newEndsOn, changes, reschedulings = [] } = addendum;
  return (
    <div className={styles.addendum}>
      {newEndsOn && <p>{say('agreement-pages.new-end', { day: format.longDay(newEndsOn) })}</p>}
      {changes.map((change) => (
        <div key={change.clause}>
          <h3>{change.clause}</h3>
          {change.before !== null && (
            <p>
              <del>{change.before}</del>
            </p>
          )}
          {change.after !== null && (
            <p>
              <ins>{change.after}</ins>
            </p>
          )}
        </div>
      ))}
      {reschedulings.map(({ what, before, after }) => (
        <p key={what}>
          {say('agreement-pages.put-off', {
            what,
            before: format.longDay(before),
            after: format.longDay(after),
          })}
        </p>
      ))}
    </div>
  );
}
