import { lazy, Suspense, type ReactNode } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { Icon } from '../design/icon.tsx';
import { InboxLink } from '../inbox/inbox-link.tsx';
import { ConnectionStrip } from '../offline/connection-strip.tsx';
import { useSay } from '../words/words.tsx';
import type { Frame } from './frame.ts';
import { Mark } from './mark.tsx';
import { placesOf } from './places.ts';
import { Preferences } from './preferences.tsx';
import { SearchBox } from './search-box.tsx';
import styles from './shell.module.css';

// What the device keeps is asked for once the page is live.
const OutboxCount = lazy(() =>
  import('../offline/outbox-count.tsx').then((module) => ({ default: module.OutboxCount })),
);

/** The frame around every page: what this is, where one can go, who is here. */
export function Shell({ frame, children }: { frame: Frame; children: ReactNode }) {
  const say = useSay();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#contenido">
        {say('shell.skip')}
      </a>
      <aside className={styles.notices} aria-label={say('shell.notices')}>
        {frame.mode === 'demo' && (
          <p className={styles.demo}>
            <strong>{say('shell.demo')}</strong>{' '}
            <span className={styles.demoLong}>{say('shell.demo-long')}</span>
          </p>
        )}
        <ConnectionStrip />
      </aside>
      <header className={styles.header}>
        <Link to="/" className={styles.brand}>
          <Mark /> <span>{say('shell.name')}</span>
        </Link>
        <SearchBox visitor={frame.visitor} />
        <Suspense fallback={<span />}>
          <OutboxCount personKey={frame.personKey} />
        </Suspense>
        {frame.visitor === null ? <span /> : <InboxLink />}
        <Account frame={frame} />
      </header>
      <Navigation frame={frame} />
      <div className={styles.page}>
        <main id="contenido" className={styles.main} tabIndex={-1}>
          {children}
        </main>
        <footer className={styles.footer}>
          <Link to="/ayuda">{say('shell.help')}</Link>
          <Preferences frame={frame} />
        </footer>
      </div>
    </div>
  );
}

/** Bottom bar on a phone, side rail on a desk. */
function Navigation({ frame }: { frame: Frame }) {
  const say = useSay();
  return (
    <nav className={styles.navigation} aria-label={say('shell.navigation')}>
      <ul>
        {placesOf(frame.visitor).map((place) => (
          <li key={place.to} className={place.isWithin ? styles.within : undefined}>
            <NavLink to={place.to} end={place.to === '/'} className={styles.place ?? ''}>
              <Icon name={place.icon} size={22} />
              <span className={place.short ? styles.long : undefined}>{say(place.word)}</span>
              {place.short && <span className={styles.short}>{say(place.short)}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Whose page this is, and the way out; or the way in. */
function Account({ frame }: { frame: Frame }) {
  const say = useSay();
  const { pathname, search } = useLocation();
  if (frame.visitor === null) {
    const next =
      pathname === '/entrar' || pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return (
      <Link className={styles.enter} to={`/entrar${next}`}>
        <Icon name="account" /> <span>{say('shell.sign-in')}</span>
      </Link>
    );
  }
  return (
    // A new page closes the menu: its key is the address.
    <details className={styles.account} key={pathname}>
      <summary aria-label={frame.visitor.name}>
        <Icon name="account" /> <span className={styles.who}>{frame.visitor.name}</span>
      </summary>
      <div className={styles.menu}>
        <p>
          <strong>{frame.visitor.name}</strong>
          <br />
          <small>{frame.visitor.username}</small>
        </p>
        <Link to="/mi-cuenta">{say('shell.my-account')}</Link>
        <Link to="/salir">{say('shell.sign-out')}</Link>
      </div>
    </details>
  );
}
