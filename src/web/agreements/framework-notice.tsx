import { Link } from 'react-router';
import { isOver } from '#domain/agreements/framework.ts';
import { Notice } from '../design/notice.tsx';
import { useSay } from '../words/words.tsx';
import { addressOfAgreement, isOpen, type Agreement } from './agreement-shapes.ts';
import styles from './agreements.module.css';

/** What the end of a framework means: told on what goes on under it, and on the framework, which lists what does. */
export function FrameworkNotice({ agreement }: { agreement: Agreement }) {
  const say = useSay();
  const { parent, children, standing } = agreement;
  const goesOn = children.filter((child) => child.kind !== 'addendum' && binding.includes(child.standing));
  if (parent?.bearing === 'over' && binding.includes(standing))
    return (
      <Notice kind="warning" title={say('agreement-pages.framework-over')}>
        <p>{say('agreement-pages.framework-over-means', { title: parent.title })}</p>
      </Notice>
    );
  if (isOpen(agreement) || !isOver(standing) || goesOn.length === 0) return null;
  return (
    <Notice kind="warning" title={say('agreement-pages.goes-on', { count: goesOn.length })}>
      <p>{say('agreement-pages.goes-on-means')}</p>
      <ul className={styles.lines}>
        {goesOn.map(({ id, title }) => (
          <li key={id}>
            <Link to={addressOfAgreement(id)}>{title}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const binding: readonly Agreement['standing'][] = ['signed', 'in-force', 'suspended', 'under-notice'];
