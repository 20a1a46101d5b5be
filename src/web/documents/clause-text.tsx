import { gapWord } from '../agreements/gap-words.ts';
import { useSay } from '../words/words.tsx';
import { BasisLine } from './basis-line.tsx';
import styles from './documents.module.css';
import { inLanguage, type TemplateClause } from './instrument-shapes.ts';

/** A clause of an instrument as it is proposed: its text with the places that are filled in, and what it rests on. */
export function ClauseText({ clause }: { clause: TemplateClause }) {
  const say = useSay();
  const type = say.dynamic(`agreements.clause-type.${clause.type}`);
  return (
    <li className={styles.clause}>
      <h3>{inLanguage(say, clause.title)}</h3>
      <p className={styles.meta}>{`${say.dynamic(`documents.need.${clause.need}`)} · ${type}`}</p>
      {inLanguage(say, clause.body)
        .split('\n\n')
        .map((paragraph) => (
          <p key={paragraph}>
            <Places text={paragraph} />
          </p>
        ))}
      {clause.guidance && (
        <p className={styles.note}>{`${say('documents.guidance')}: ${inLanguage(say, clause.guidance)}`}</p>
      )}
      {clause.basis && (
        <p className={styles.note}>
          {`${say('documents.rests-on')}: `}
          <BasisLine basis={clause.basis} />
        </p>
      )}
    </li>
  );
}

/** A text whose places to fill in are told apart from its words. */
function Places({ text }: { text: string }) {
  const say = useSay();
  return text.split(/(\{[a-z-]+\})/).map((part, index) => {
    const place = /^\{([a-z-]+)\}$/.exec(part)?.[1];
    if (place === undefined) return part;
    return (
      // The parts of one text stand in one order.
      // oxlint-disable-next-line react/no-array-index-key
      <mark key={index} className={styles.place}>
        {gapWord(say, place)}
      </mark>
    );
  });
}
