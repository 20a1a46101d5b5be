import { lazy, Suspense, useEffect, useState } from 'react';
import { Icon } from '../design/icon.tsx';
import type { Visitor } from '../page-context.ts';
import { useSay } from '../words/words.tsx';
import styles from './search-box.module.css';

const SearchDialog = lazy(() =>
  import('./search-dialog.tsx').then((module) => ({ default: module.SearchDialog })),
);

/** One search over everything. A plain form without script; with it, Ctrl or ⌘ and K open a dialog that answers while one types. */
export function SearchBox({ visitor }: { visitor: Visitor | null }) {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setIsOpen(true);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return (
    <search className={styles.search}>
      <form action="/buscar" className={styles.form}>
        <label className={styles.label} htmlFor="buscar">
          {say('shell.search')}
        </label>
        <input
          id="buscar"
          name="texto"
          type="search"
          maxLength={200}
          placeholder={say('shell.search-hint')}
          autoComplete="off"
          className={styles.input}
        />
        <button className={styles.button} aria-label={say('shell.search')}>
          <Icon name="search" />
        </button>
      </form>
      <a
        href="/buscar"
        className={styles.opener}
        aria-label={say('shell.search')}
        onClick={(event) => {
          event.preventDefault();
          setIsOpen(true);
        }}
      >
        <Icon name="search" size={24} />
      </a>
      {isOpen && (
        <Suspense>
          <SearchDialog visitor={visitor} close={() => setIsOpen(false)} />
        </Suspense>
      )}
    </search>
  );
}
