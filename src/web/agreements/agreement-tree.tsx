import { Link } from 'react-router';
import { Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { useSay } from '../words/words.tsx';
import { addressOfAgreement, looks, type Agreement } from './agreement-shapes.ts';
import styles from './agreements.module.css';

/** What an agreement hangs from and what hangs from it: specific agreements and addenda. */
export function Tree({ agreement }: { agreement: Agreement }) {
  const say = useSay();
  const { parent, children } = agreement;
  if (parent === null && children.length === 0) return null;
  return (
    <Section title={say('agreement-pages.tree')}>
      <ul className={styles.lines}>
        {parent && (
          <li>
            {say('agreement-pages.hangs-from')} <Link to={addressOfAgreement(parent.id)}>{parent.title}</Link>
          </li>
        )}
        {children.map((child) => (
          <li key={child.id}>
            <Link to={addressOfAgreement(child.id)}>{child.title}</Link>{' '}
            <StateTag state={looks[child.standing]}>
              {say.dynamic(`agreements.standing.${child.standing}`)}
            </StateTag>
            <small>
              {say.dynamic(`agreements.kind.${child.kind}`)}
              {child.addendumKind !== null &&
                ` · ${say.dynamic(`agreements.addendum.${child.addendumKind}`)}`}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
