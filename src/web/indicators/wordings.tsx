import { Day } from '../design/date-words.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { wordsIn, type Indicator } from './indicator-shapes.ts';
import styles from './indicators.module.css';

/** Every wording of a definition, newest first: figures say by which one they were counted. */
export function Wordings({ definitions }: { definitions: Indicator['definitions'] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <ol className={styles.lines} reversed>
      {definitions.map((one) => (
        <li key={one.number}>
          <strong>{say('indicators.wording', { number: one.number })}</strong>:{' '}
          {wordsIn(say, one, 'definition')}
          <small>
            {say('indicators.wording-on', { day: format.day(one.writtenOn) })}
            {one.validFrom && (
              <>
                {' · '}
                {say('indicators.valid-from')} <Day day={one.validFrom} />
              </>
            )}
            {one.reason && ` · ${one.reason}`}
          </small>
        </li>
      ))}
    </ol>
  );
}
