import { Link } from 'react-router';
import { call } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/search.route';
import { addressOfHit } from './search-hits.ts';
import styles from './search-page.module.css';

export async function loader({ request, context }: Route.LoaderArgs) {
  const text = (new URL(request.url).searchParams.get('texto') ?? '').trim().slice(0, 200);
  if (text.length < 2) return { text, hits: [] };
  const { items } = await call(context, 'search', { text, limit: 30 }, request);
  return { text, hits: items };
}

export default function SearchPage({ loaderData: { text, hits } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page title={say('shell.search')}>
      <form action="/buscar" className={styles.form}>
        <label htmlFor="texto">{say('shell.search-hint')}</label>
        <div className={styles.row}>
          <input key={text} id="texto" name="texto" type="search" defaultValue={text} maxLength={200} />
          <Button icon="search">{say('shell.search')}</Button>
        </div>
        <small>{say('shell.search-forgiving')}</small>
      </form>
      <p role="status">
        {text.length < 2
          ? say('shell.search-nothing')
          : say('shell.search-found', { count: hits.length, text })}
      </p>
      <ul className={styles.hits}>
        {hits.map((hit) => (
          <li key={`${hit.kind}-${hit.id}`}>
            <Link to={addressOfHit(hit)}>{hit.title}</Link>
            <small>
              {say(`shell.kind.${hit.kind}`)} · {hit.context}
            </small>
          </li>
        ))}
      </ul>
    </Page>
  );
}
