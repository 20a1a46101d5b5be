import { Link } from 'react-router';
import styles from './tabs.module.css';

export type Tab = {
  readonly to: string;
  readonly title: string;
  readonly isHere: boolean;
  readonly count?: string;
};

/** Views of one thing. Links, so that each has an address and needs no script. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link to={tab.to} aria-current={tab.isHere ? 'page' : undefined} preventScrollReset>
              {tab.title}
              {tab.count && <span className={styles.count}> {tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
