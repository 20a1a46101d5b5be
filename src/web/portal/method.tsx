import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import styles from './portal.module.css';

/** What is in the public list and what is not, and how somebody gets an error mended. */
export function Method({ days }: { days: number }) {
  const say = useSay();
  return (
    <Section title={say('portal.method')}>
      <ul className={styles.method}>
        <li>{say('portal.method-public')}</li>
        <li>{say('portal.method-done')}</li>
        <li>{say('portal.method-late', { days })}</li>
        <li>{say('portal.method-people')}</li>
        <li>{say('portal.method-correct')}</li>
      </ul>
    </Section>
  );
}
