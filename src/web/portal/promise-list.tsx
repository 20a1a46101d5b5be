import { Link } from 'react-router';
import { StateTag } from '../design/state-tag.tsx';
import { addressOfCommitment, stateInWords } from '../ledger/ledger-shapes.ts';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { useFormat, useSay } from '../words/words.tsx';
import type { PromiseLine } from './portal-shapes.ts';
import styles from './portal.module.css';

/** Promises one under another, as a phone shows them: what, its state, who, by when, with what. */
export function PromiseList({ items, here }: { items: readonly PromiseLine[]; here: string }) {
  return (
    <ol className={styles.promises}>
      {items.map((one) => (
        <li key={one.id}>
          <OnePromise one={one} here={here} />
        </li>
      ))}
    </ol>
  );
}

function OnePromise({ one, here }: { one: PromiseLine; here: string }) {
  const say = useSay();
  const format = useFormat();
  const { obligor, beneficiary, cash, currency } = one;
  return (
    <article className={styles.promise}>
      <h3>
        <Link to={addressOfCommitment(one.commitmentId)}>{one.what}</Link>
      </h3>
      <p>
        <StateTag state={one.tone}>{stateInWords(say, one)}</StateTag>
        {one.example && <span className={styles.example}> {say('ledger.example')}</span>}
      </p>
      <p>
        {beneficiary === null
          ? say('portal.who-alone', { obligor })
          : say('portal.who', { obligor, beneficiary })}
        . {say('portal.by', { day: format.day(one.dueOn) })}.
      </p>
      {cash !== null && currency !== null && (
        <p>{say('portal.money', { amount: format.money(cash, currency) })}</p>
      )}
      {one.inKind !== null && <p>{say('portal.in-kind', { what: one.inKind })}</p>}
      <p className={styles.soft}>
        {one.territory.reference !== here && (
          <Link to={addressOfTerritory(one.territory.reference)}>{one.territory.name}</Link>
        )}
        {one.territory.reference !== here && one.agreement !== null && ' · '}
        {one.agreement !== null && (
          <Link to={`/convenios/${one.agreement.id}`}>
            {say('portal.within', { title: one.agreement.title })}
          </Link>
        )}
      </p>
      {one.reply !== null && (
        <div className={styles.reply}>
          <p className={styles.soft}>
            {say('portal.reply', {
              name: obligor,
              day: one.repliedOn === null ? '' : format.day(one.repliedOn),
            })}
          </p>
          <p>{one.reply}</p>
        </div>
      )}
    </article>
  );
}
