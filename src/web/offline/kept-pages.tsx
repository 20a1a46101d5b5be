import { useEffect, useState } from 'react';
import { useSay } from '../words/words.tsx';
import styles from './offline.module.css';

type Kept = { readonly path: string; readonly title: string };

/** The pages that the device has kept for whoever was here last. */
export function KeptPages() {
  const say = useSay();
  const [pages, setPages] = useState<readonly Kept[]>([]);
  useEffect(() => {
    let isHere = true;
    void keptPages().then(
      (found) => isHere && setPages(found),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, []);
  if (pages.length === 0) return <p>{say('shared.none')}</p>;
  return (
    <ul className={styles.rows}>
      {pages.map((page) => (
        <li key={page.path}>
          <a href={page.path}>{page.title}</a>
        </li>
      ))}
    </ul>
  );
}

async function keptPages(): Promise<Kept[]> {
  const person = await (await caches.match('/.person'))?.text();
  const cache = await caches.open(`pages-${person ?? 'none'}`);
  const found: Kept[] = [];
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url);
    if (pathname.endsWith('.data')) continue;
    const page = await (await cache.match(request))?.text();
    const title = new DOMParser().parseFromString(page ?? '', 'text/html').title;
    found.push({ path: pathname + search, title: title.replace(/ · [^·]*$/, '') || pathname });
  }
  return found;
}
