import type { ReactNode } from 'react';
import { useRouteLoaderData } from 'react-router';
import type { Frame } from '../shell/frame.ts';
import { useFormat, useSay, useToday } from '../words/words.tsx';
import styles from './print-sheet.module.css';

/**
 * A sheet to print: letter or A4, with title, state, date and a short address to find it again.
 * Page x of y is set by the browser in the margin. Drawn without script; legible in grey.
 */
export function PrintSheet({
  paper,
  title,
  state,
  address,
  children,
}: {
  paper: 'letter' | 'A4';
  title: string;
  state?: ReactNode;
  address: string;
  children: ReactNode;
}) {
  const say = useSay();
  const format = useFormat();
  const today = useToday();
  const frame = useRouteLoaderData<Frame>('root');
  const printed = say('shared.printed-on', { date: format.longDay(today) });
  return (
    <main className={`${styles.sheet} ${paper === 'letter' ? styles.letter : styles.a4}`}>
      <title>{`${title} · ${say('shell.name')}`}</title>
      <header className={styles.head}>
        {frame?.mode === 'demo' && <p>{say('shell.demo')}</p>}
        <h1>{title}</h1>
        {state && <p>{state}</p>}
      </header>
      {children}
      <footer className={styles.foot}>
        <span>{printed}</span>
        <span>{address}</span>
      </footer>
    </main>
  );
}
