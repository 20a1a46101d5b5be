import { Link } from 'react-router';
import { Icon } from '../design/icon.tsx';
import { useSay } from '../words/words.tsx';
import { useOutbox, useSendingWhenThereIsALine } from './outbox.ts';
import styles from './offline.module.css';

/** How much waits to be sent, in sight on every page while there is any. */
export function OutboxCount({ personKey }: { personKey: string }) {
  const say = useSay();
  const { items } = useOutbox();
  useSendingWhenThereIsALine(personKey);
  if (items.length === 0) return <span />;
  return (
    <Link to="/por-enviar" className={styles.count}>
      <Icon name="outbox" /> <span>{say('shell.outbox-count', { count: items.length })}</span>
    </Link>
  );
}
