import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './notice.module.css';

/** Something to know: `plain` to inform, `warning` to beware of, `done` for a quiet success. */
export function Notice({
  kind = 'plain',
  title,
  children,
}: {
  kind?: 'plain' | 'warning' | 'done';
  title?: string;
  children?: ReactNode;
}) {
  const icon = { plain: 'information', warning: 'warning', done: 'check' } as const;
  return (
    <div className={`${styles.notice} ${styles[kind]}`} role={kind === 'done' ? 'status' : undefined}>
      <Icon name={icon[kind]} />
      <div>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** What will be here, and how to make the first one. Never a zero, never a sample. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children}
      {action}
    </div>
  );
}
