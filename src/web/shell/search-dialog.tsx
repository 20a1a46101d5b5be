import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Link, useFetcher, useNavigate } from 'react-router';
import { Icon } from '../design/icon.tsx';
import type { Visitor } from '../page-context.ts';
import { useSay } from '../words/words.tsx';
import { actionsFor, addressOfHit, type Hit } from './search-hits.ts';
import styles from './search-dialog.module.css';

type Found = { readonly text: string; readonly hits: readonly Hit[] };
type Line = { readonly to: string; readonly title: string; readonly context: string };

const pause = 150;

/** Answers while one types: things first, then what one can do. Arrows choose, Enter opens. */
export function SearchDialog({ visitor, close }: { visitor: Visitor | null; close: () => void }) {
  const say = useSay();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const fetcher = useFetcher<Found>({ key: 'search' });
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);

  useEffect(() => dialog.current?.showModal(), []);
  const { load } = fetcher;
  useEffect(() => {
    if (text.trim().length < 2) return undefined;
    const timer = setTimeout(() => void load(`/buscar?texto=${encodeURIComponent(text)}`), pause);
    return () => clearTimeout(timer);
  }, [text, load]);

  const hits = text.trim().length < 2 ? [] : (fetcher.data?.hits ?? []);
  const found: Line[] = hits.map((hit) => ({
    to: addressOfHit(hit),
    title: hit.title,
    context: hit.context,
  }));
  const actions: Line[] = actionsFor(visitor, text, say).map((action) => ({ ...action, context: '' }));
  const lines = [...found, ...actions];

  const go = (line: Line | undefined) => {
    close();
    void navigate(line?.to ?? `/buscar?texto=${encodeURIComponent(text)}`);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChosen((now) => (lines.length === 0 ? 0 : (now + step + lines.length) % lines.length));
    }
    // A search field keeps the first Escape for itself.
    if (event.key === 'Escape') close();
    if (event.key === 'Enter') {
      event.preventDefault();
      go(lines[chosen]);
    }
  };

  return (
    <dialog ref={dialog} className={styles.dialog} onClose={close} aria-label={say('shell.search')}>
      <div className={styles.bar}>
        <Icon name="search" />
        <input
          autoFocus
          type="search"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-lines`}
          aria-activedescendant={lines.length > 0 ? `${id}-${chosen}` : undefined}
          aria-label={say('shell.search')}
          placeholder={say('shell.search-hint')}
          value={text}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value);
            setChosen(0);
          }}
          onKeyDown={press}
        />
        <button type="button" onClick={close} aria-label={say('shared.close')}>
          <Icon name="close" />
        </button>
      </div>
      <p className={styles.hint} role="status">
        {fetcher.data && text.trim().length >= 2
          ? say('shell.search-found', { count: found.length, text: fetcher.data.text })
          : say('shell.search-forgiving')}
      </p>
      <div
        className={styles.lines}
        id={`${id}-lines`}
        role="listbox"
        aria-label={say('shell.search-results')}
      >
        {lines.map((line, index) => (
          <Link
            key={line.to + line.title}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            to={line.to}
            tabIndex={-1}
            onClick={close}
          >
            <span>{line.title}</span>
            <small>{index >= found.length ? say('shell.search-actions') : line.context}</small>
          </Link>
        ))}
      </div>
    </dialog>
  );
}
