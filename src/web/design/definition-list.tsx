import type { ReactNode } from 'react';
import styles from './definition-list.module.css';

export type Fact = {
  readonly term: string;
  readonly value: ReactNode;
  readonly source?: ReactNode;
  /** Where two facts have the same term. */
  readonly key?: string;
};

/** Facts of one thing: what is said, and of what. What has no value is left out by whoever gives the list, never shown as empty. */
export function DefinitionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.list}>
      {facts.map((fact) => (
        <div key={fact.key ?? fact.term}>
          <dt>{fact.term}</dt>
          <dd>
            {fact.value}
            {fact.source && <small className={styles.source}>{fact.source}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
