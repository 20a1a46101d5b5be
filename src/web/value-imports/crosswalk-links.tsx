import { Fragment } from 'react';
import { Link } from 'react-router';
import { useSay } from '../words/words.tsx';

type Version = { readonly id: string; readonly title: string; readonly number: number };

/** Versions of lists of names, each with the way to it. */
export function CrosswalkLinks({ crosswalks }: { crosswalks: readonly Version[] }) {
  const say = useSay();
  return crosswalks.map(({ id, title, number }, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      <Link to={`/cifras/nombres/${id}`}>
        {title} ({say('crosswalks.version', { number }).toLowerCase()})
      </Link>
    </Fragment>
  ));
}
