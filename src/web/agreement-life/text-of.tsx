import type { AgreementContent } from '#domain/agreements/text-content.ts';
import { AddendumText } from '../agreements/addendum-text.tsx';
import { withGaps } from '../agreements/gap-words.ts';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './life.module.css';

/** The words that are signed: who, what, by when, with what. The formal layout is the printed document's. */
export function TextOf({ content }: { content: AgreementContent }) {
  const say = useSay();
  const format = useFormat();
  return (
    <article className={styles.text}>
      <h3>{content.title}</h3>
      <p>{format.list(content.parties.map(({ name }) => name))}</p>
      {content.object && <p>{content.object}</p>}
      {content.addendum && <AddendumText addendum={content.addendum} />}
      {content.clauses.map((clause) => (
        <div key={clause.id}>
          <h4>{clause.title}</h4>
          <p>{withGaps(say, clause.body)}</p>
        </div>
      ))}
      {content.commitments.length > 0 && (
        <ul>
          {content.commitments.map((commitment) => (
            <li key={commitment.id}>
              {commitment.obligor}: {commitment.what} ({format.day(commitment.dueOn)}; {commitment.proof})
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
