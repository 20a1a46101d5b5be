import { useEffect, useState, useSyncExternalStore } from 'react';
import { Icon } from '../design/icon.tsx';
import { Button } from '../design/button.tsx';
import { useSay } from '../words/words.tsx';
import type { Told } from './told.ts';
import styles from './offline.module.css';

function listen(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

function takeOver(worker: ServiceWorker): void {
  const told: Told = 'take-over';
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  worker.postMessage(told);
}

/** Says when there is no line, and when a new version waits. */
export function ConnectionStrip() {
  const say = useSay();
  const isOnline = useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  );
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  useEffect(() => {
    const found = (event: Event) => setWaiting((event as CustomEvent<ServiceWorker>).detail);
    window.addEventListener('articula:new-version', found);
    return () => window.removeEventListener('articula:new-version', found);
  }, []);
  return (
    <div role="status">
      {!isOnline && (
        <p className={styles.strip}>
          <Icon name="offline" /> {say('shell.offline-strip')}
        </p>
      )}
      {waiting && (
        <div className={styles.strip}>
          {say('shell.new-version')}{' '}
          <Button type="button" look="quiet" onClick={() => takeOver(waiting)}>
            {say('shell.update')}
          </Button>
        </div>
      )}
    </div>
  );
}
