import type { Answer } from '../api.ts';
import { Notice } from '../design/notice.tsx';
import { useSay } from '../words/words.tsx';
import styles from './actors.module.css';

type Passed = Pick<Answer<'previewHandover'>, 'kept' | 'representations'>;

/** Lists in work and who signs: what passes, and of what does not, why. */
export function PassedUndated({ passed: { kept, representations } }: { passed: Passed }) {
  const say = useSay();
  const theirs = representations.filter(({ outcome }) => outcome !== 'not-yours');
  const left = representations.filter(({ outcome }) => outcome === 'not-yours');
  const signing = (one: Passed['representations'][number]) =>
    say(`handing-over.representation.${one.outcome}`, {
      agreement: one.agreement.name,
      party: one.party,
      from: one.from?.name ?? say('actor-pages.not-shown'),
      to: one.to?.name ?? say('actor-pages.not-shown'),
    });
  return (
    <>
      {kept.length > 0 && (
        <ul className={styles.lines}>
          {kept.map((one, index) => (
            <li key={index}>
              {say(`handing-over.kept-passing.${one.outcome}`, {
                what: say(`handing-over.kept.${one.kind}`, { count: one.count }),
                from: one.from?.name ?? say('actor-pages.not-shown'),
                to: one.to?.name ?? say('actor-pages.not-shown'),
              })}
              {one.titles.length > 0 && <small>{one.titles.join(', ')}</small>}
            </li>
          ))}
        </ul>
      )}
      {theirs.length > 0 && (
        <>
          <h3>{say('handing-over.signing')}</h3>
          <ul className={styles.lines}>
            {theirs.map((one, index) => (
              <li key={index}>{signing(one)}</li>
            ))}
          </ul>
          <p className={styles.soft}>{say('handing-over.signing-note')}</p>
        </>
      )}
      {left.length > 0 && (
        <Notice kind="warning" title={say('handing-over.signing')}>
          {left.map((one, index) => (
            <p key={index}>{signing(one)}</p>
          ))}
        </Notice>
      )}
    </>
  );
}
