import { useSay } from '../words/words.tsx';
import styles from './ledger.module.css';

/** Says beside what is invented that it is. */
export function Example({ row }: { row: { readonly example: boolean } }) {
  const say = useSay();
  return row.example && <span className={styles.example}> ({say('ledger.example')})</span>;
}
