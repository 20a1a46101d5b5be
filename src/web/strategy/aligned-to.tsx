import { Link } from 'react-router';
import { alignedKinds } from '#domain/strategy/vocabulary.ts';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Line } from './strategy-shapes.ts';
import styles from './strategy.module.css';

const folders = { plan: '/planes', agreement: '/convenios', commitment: '/compromisos' } as const;

/** What is aligned to a line, by kind, as far as whoever reads may see it. Where nothing is, there is no block. */
export function AlignedTo({ aligned }: { aligned: Line['aligned'] }) {
  const say = useSay();
  if (aligned.length === 0) return null;
  return (
    <Section title={say('strategies.aligned')}>
      {alignedKinds
        .map((kind) => ({ kind, things: aligned.filter((one) => one.kind === kind) }))
        .filter(({ things }) => things.length > 0)
        .map(({ kind, things }) => (
          <div key={kind}>
            <h3>{say.dynamic(`strategy.aligned.${kind}`)}</h3>
            <ul className={styles.plain}>
              {things.map((thing) => (
                <li key={`${thing.id} ${thing.part}`}>
                  <AlignedThing thing={thing} />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </Section>
  );
}

/** One thing that is aligned: what it is, whose, and where. */
export function AlignedThing({ thing }: { thing: Line['aligned'][number] }) {
  return (
    <>
      <Link to={`${folders[thing.kind]}/${thing.id}`}>{thing.part ?? thing.title}</Link>
      <small className={styles.under}>
        {[thing.part && thing.title, thing.of, thing.territory.name].filter(Boolean).join(' · ')}
      </small>
    </>
  );
}
