import type { Answer, Attempt } from '../api.ts';
import { Moment } from '../design/date-words.tsx';
import { useSay } from '../words/words.tsx';
import styles from './actors.module.css';

type Deed = Answer<'listAuditEntries'>['items'][number];

/** What belongs to the history of an institution, a committee or a person; who came in and out does not. */
const told = new Set([
  'organisation',
  'structure',
  'person',
  'post',
  'seat',
  'seat-term',
  'contact',
  'prevention-work',
  'authority',
  'handover',
]);

/** What was done here, for whoever may read the trail; nobody else has a history to see. */
export async function findDeeds(asked: Promise<Attempt<'listAuditEntries'>>): Promise<readonly Deed[]> {
  const found = await asked;
  return found.ok ? found.answer.items.filter((deed) => told.has(deed.subject.kind)) : [];
}

/** Who did what and when, newest first; what changed is in the trail. */
export function DeedHistory({ deeds }: { deeds: readonly Deed[] }) {
  const say = useSay();
  return (
    <ul className={styles.lines}>
      {deeds.map((deed) => (
        <li key={deed.id}>
          {say.knows(`actor-pages.deed.${deed.operation}`)
            ? say.dynamic(`actor-pages.deed.${deed.operation}`)
            : deed.operation}
          {deed.subject.name && `: ${deed.subject.name}`}
          <small>
            <Moment instant={deed.at} /> · {deed.actor.name ?? say('actor-pages.by-installation')}
          </small>
        </li>
      ))}
    </ul>
  );
}
