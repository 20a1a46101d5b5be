import { Link } from 'react-router';
import type { Answer } from '../api.ts';
import { Section } from '../design/page.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './actors.module.css';

type Handover = Answer<'listHandovers'>['items'][number];

/** Handovers as they were set: those still to come, which can be called off, and those of the past. */
export function PastHandovers({ past }: { past: readonly Handover[] }) {
  const say = useSay();
  const coming = past.filter(({ isPassed, cancelled }) => !isPassed && cancelled === null);
  const over = past.filter((one) => !coming.includes(one));
  return (
    <>
      {coming.length > 0 && (
        <Section title={say('handing-over.coming')}>
          <Handovers items={coming} />
        </Section>
      )}
      {over.length > 0 && (
        <Section title={say('actor-pages.hand-overs-past')}>
          <Handovers items={over} />
        </Section>
      )}
    </>
  );
}

function Handovers({ items }: { items: readonly Handover[] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <ul className={styles.lines}>
      {items.map((one) => (
        <li key={one.id}>
          <Link to={`/actores/traspaso/${one.id}`}>
            {one.organisation?.name ?? one.territory.name}, {format.day(one.on)}
          </Link>
          <small>{one.reason}</small>
          {one.cancelled && (
            <small>
              {say('handing-over.cancelled', {
                day: format.day(format.dayOf(one.cancelled.at)),
                reason: one.cancelled.reason,
              })}
            </small>
          )}
          {one.mayCancel && (
            <Link to={`/actores/traspaso/${one.id}/anular`}>{say('handing-over.cancel')}</Link>
          )}
        </li>
      ))}
    </ul>
  );
}
