import type { Ref } from 'react';
import type { Fault } from '../api.ts';
import { useSay } from '../words/words.tsx';
import { Icon } from './icon.tsx';
import styles from './notice.module.css';

/** What is wrong with a form, on top of it; each fault leads to its field. */
export function ErrorSummary({
  title,
  faults,
  idOf,
  ref,
}: {
  title: string;
  faults: readonly Fault[];
  idOf?: (field: string) => string;
  ref?: Ref<HTMLDivElement>;
}) {
  const say = useSay();
  return (
    <div ref={ref} className={`${styles.notice} ${styles.fault}`} role="alert" tabIndex={-1}>
      <Icon name="late" />
      <div>
        <p className={styles.title}>{title}</p>
        {faults.length > 0 && (
          <ul className={styles.faults}>
            {faults.map((fault, index) => (
              <li key={index}>
                {fault.field && idOf ? <a href={`#${idOf(fault.field)}`}>{fault.message}</a> : fault.message}
              </li>
            ))}
          </ul>
        )}
        <p className={styles.kept}>{say('shared.kept')}</p>
      </div>
    </div>
  );
}
