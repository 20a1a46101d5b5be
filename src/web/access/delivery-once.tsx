import type { Answer } from '../api.ts';
import { Notice } from '../design/notice.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './secrets.module.css';

export type Delivery = Answer<'inviteAccount'>;

/** What an invitation is handed over with. Only its mark is kept, so it is shown this one time. */
export function DeliveryOnce({ delivery }: { delivery: Delivery }) {
  const say = useSay();
  const format = useFormat();
  const until = format.longDay(format.dayOf(delivery.expiresAt));
  if (delivery.queued)
    return <Notice kind="done">{say('accounts.mailed', { name: delivery.name, until })}</Notice>;
  const isText = delivery.channel === 'text';
  return (
    <Notice kind="warning" title={say('accounts.once')}>
      <p>{say('accounts.once-lead', { name: delivery.name, until })}</p>
      <p className={styles.text}>{isText ? delivery.text : delivery.link}</p>
    </Notice>
  );
}
