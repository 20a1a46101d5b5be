import { useEffect, useState } from 'react';
import { useSay } from '../words/words.tsx';

/** Leads to the page that was wanted, which the device wrote into the address. */
export function TryAgain() {
  const say = useSay();
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    const named = new URLSearchParams(window.location.search).get('de') ?? '';
    if (/^\/(?![/\\])/.test(named)) setWanted(named);
  }, []);
  if (wanted === null) return null;
  return (
    <p>
      <a href={wanted}>{say('shell.try-again')}</a>
    </p>
  );
}
