import { Link } from 'react-router';
import { Button, Buttons } from '../design/button.tsx';
import { Empty, Notice } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { SideBySide } from '../design/side-by-side.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Standing, Unsent } from './device-store.ts';
import { useOutbox } from './outbox.ts';
import styles from './offline.module.css';

const words = {
  waiting: 'shell.outbox-waiting',
  sending: 'shell.outbox-sending',
  refused: 'shell.outbox-refused',
  conflict: 'shell.outbox-conflict',
} as const satisfies Record<Standing, string>;

/** What waits on this device to be sent, of whoever is here. */
export function OutboxList() {
  const say = useSay();
  const { items, send, discard, sendOver } = useOutbox();
  return (
    <Page title={say('shell.outbox')}>
      <noscript>
        <Notice kind="warning">{say('shell.outbox-script')}</Notice>
      </noscript>
      {items.length === 0 ? (
        <Empty title={say('shell.outbox-empty')}>
          <p>{say('shell.outbox-empty-lead')}</p>
        </Empty>
      ) : (
        <>
          <Buttons>
            <Button type="button" icon="outbox" onClick={() => void send()}>
              {say('shell.outbox-send')}
            </Button>
          </Buttons>
          <ul className={styles.rows}>
            {items.map((item) => (
              <UnsentItem key={item.id} item={item} discard={discard} sendOver={sendOver} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

type Deeds = Pick<ReturnType<typeof useOutbox>, 'discard' | 'sendOver'>;

function UnsentItem({ item, discard, sendOver }: { item: Unsent } & Deeds) {
  const say = useSay();
  const format = useFormat();
  const version = (item.current as { version?: unknown } | null)?.version;
  return (
    <li>
      <strong>{item.title}</strong>
      <span className={styles.when}>
        {say(words[item.standing])} · {say('shell.outbox-when', { when: format.moment(new Date(item.at)) })}
      </span>
      {item.reason && <p>{item.reason}</p>}
      {item.standing === 'conflict' && (
        <SideBySide mine={item.body} theirs={item.current} {...(item.labels && { labels: item.labels })} />
      )}
      <Buttons>
        {item.standing === 'conflict' && typeof version === 'number' && (
          <Button type="button" onClick={() => void sendOver(item, version)}>
            {say('shared.keep-mine')}
          </Button>
        )}
        <Link to={item.page}>{say('shell.outbox-open')}</Link>
        <Button
          type="button"
          look="danger"
          onClick={() => {
            if (window.confirm(say('shell.outbox-discard-question', { title: item.title })))
              void discard(item.id);
          }}
        >
          {item.standing === 'conflict' ? say('shared.keep-theirs') : say('shell.outbox-discard')}
        </Button>
      </Buttons>
    </li>
  );
}
