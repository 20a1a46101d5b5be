import { useSyncExternalStore } from 'react';
import { useSay } from '../words/words.tsx';

const never = () => () => undefined;

/** Leads to the page that was wanted, which the device wrote into the address; the server never saw it. */
export function TryAgain() {
  const say = useSay();
  const search = useSyncExternalStore(
    never,
    () => window.location.search,
    () => '',
  );
  const wanted = new URLSearchParams(search).get('de') ?? '';
  if (!/^\/(?![/\\])/.test(wanted)) return null;
  return (
    <p>
      <a href={wanted}>{say('shell.try-again')}</a>
    </p>
  );
}
