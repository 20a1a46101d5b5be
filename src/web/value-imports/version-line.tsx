import { Fragment } from 'react';
import { Day } from '../design/date-words.tsx';
import { useSay } from '../words/words.tsx';
import type { Crosswalk } from './names-table.tsx';

type Version = Pick<Crosswalk, 'number' | 'since' | 'by' | 'origin' | 'reason' | 'country' | 'source'>;

/** Which version, since when, by whom and why. */
export function VersionLine({ list }: { list: Version }) {
  const say = useSay();
  const who = useWho()(list);
  return (
    <p>
      {say('crosswalks.version', { number: list.number })} · {say('crosswalks.since').toLowerCase()}{' '}
      <Day day={list.since} />
      {who !== '' && <Fragment> · {who}</Fragment>}
      {list.country === null && <Fragment> · {say('crosswalks.every-country')}</Fragment>}
      {list.source !== null && (
        <>
          <br />
          {say('crosswalks.of-source', { source: list.source.title })}
        </>
      )}
      {list.reason !== null && (
        <>
          <br />
          {list.reason}
        </>
      )}
    </p>
  );
}

/** Who wrote a version, as far as whoever asks may know; nothing where they may not. */
export function useWho(): (list: Pick<Version, 'by' | 'origin'>) => string {
  const say = useSay();
  return ({ by, origin }) => {
    if (origin === 'pack') return say('crosswalks.by-pack');
    return by === null ? '' : say('crosswalks.by', { name: by });
  };
}
