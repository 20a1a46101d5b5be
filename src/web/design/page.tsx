import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSay } from '../words/words.tsx';
import styles from './page.module.css';

export type Crumb = { readonly to: string; readonly title: string };

/**
 * A page: where it is, what it is and its state in words, then its content.
 * The browser's title is the page's own, so that a tab says what is in it.
 */
export function Page({
  title,
  crumbs = [],
  state,
  lead,
  actions,
  children,
}: {
  title: string;
  crumbs?: readonly Crumb[];
  state?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const say = useSay();
  return (
    <div className={styles.page}>
      <title>{`${title} · ${say('shell.name')}`}</title>
      <div className={styles.head}>
        <Breadcrumbs crumbs={crumbs} />
        <h1>{title}</h1>
        {state && <div className={styles.state}>{state}</div>}
        {lead && <p className={styles.lead}>{lead}</p>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}

/** A part of a page under its own heading. */
export function Section({
  title,
  id,
  actions,
  children,
}: {
  title: string;
  id?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.section} id={id}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** The way here: it follows the territory, never the software's parts. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const say = useSay();
  if (crumbs.length === 0) return null;
  return (
    <nav aria-label={say('shell.breadcrumbs')} className={styles.crumbs}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.title}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
