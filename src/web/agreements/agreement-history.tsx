import { Day } from '../design/date-words.tsx';
import { useSay } from '../words/words.tsx';
import type { Agreement } from './agreement-shapes.ts';
import { PaperLink } from './papers.tsx';
import styles from './agreements.module.css';

/** All that was done to an agreement, newest first, and what was done outside its text. */
export function History({ agreement }: { agreement: Agreement }) {
  const say = useSay();
  return (
    <>
      <ol className={styles.lines}>
        {agreement.acts.map((act, index) => (
          <li key={`${act.at} ${index}`}>
            {say.dynamic(`agreements.act.${act.act}`)}
            {act.party !== null && `: ${act.party}`}
            <small>
              <Day day={act.on} />
              {act.reason !== null && ` · ${act.reason}`}
            </small>
          </li>
        ))}
      </ol>
      {agreement.gates.length > 0 && (
        <>
          <h3>{say('agreement-pages.gates')}</h3>
          <ul className={styles.lines}>
            {agreement.gates.map((gate) => (
              <li key={gate.id}>
                {say.dynamic(`agreements.gate.${gate.kind}`)}:{' '}
                {say.dynamic(`agreements.gate-result.${gate.result}`).toLowerCase()}
                <small>
                  {[gate.body, gate.reference].filter(Boolean).join(', ')} · <Day day={gate.on} />
                  {gate.note !== null && ` · ${gate.note}`}
                  <PaperLink agreement={agreement} file={gate.file} />
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
