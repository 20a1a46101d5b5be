import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { Icon } from '../design/icon.tsx';
import { useSay } from '../words/words.tsx';
import styles from './inbox-link.module.css';

type Count = { readonly count: number; readonly overdue: number };

/** The way to what somebody has to do, on every page; how much it is comes once the page is live. */
export function InboxLink() {
  const say = useSay();
  const { pathname } = useLocation();
  const [count, setCount] = useState<Count | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    void ask(asking.signal).then((answer) => answer && setCount(answer));
    return () => asking.abort();
  }, [pathname]);
  return (
    <Link to="/pendientes" className={styles.link}>
      <Icon name="bell" />
      <span className={styles.word}>{say('shell.inbox')}</span>
      {count !== null && count.count > 0 && <span className={styles.count}> {count.count}</span>}
    </Link>
  );
}

/** Without a line there is no number; the way stays. */
async function ask(signal: AbortSignal): Promise<Count | null> {
  try {
    const answer = await fetch('/api/inbox/count', { signal });
    return answer.ok ? ((await answer.json()) as Count) : null;
  } catch {
    return null;
  }
}
