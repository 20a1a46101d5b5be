import type { ReactNode } from 'react';
import styles from './tree.module.css';

export type Branch = {
  readonly id: string;
  readonly label: ReactNode;
  readonly branches: readonly Branch[];
  readonly isOpen?: boolean;
};

/** Things within things. Opens and closes without script; the label is a link, the sign before it opens. */
export function Tree({ label, branches }: { label: string; branches: readonly Branch[] }) {
  return (
    <nav className={styles.tree} aria-label={label}>
      <Branches branches={branches} />
    </nav>
  );
}

function Branches({ branches }: { branches: readonly Branch[] }) {
  return (
    <ul>
      {branches.map((branch) => (
        <li key={branch.id}>
          {branch.branches.length === 0 ? (
            <span className={styles.leaf}>{branch.label}</span>
          ) : (
            <details open={branch.isOpen ?? false}>
              <summary>{branch.label}</summary>
              <Branches branches={branch.branches} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
