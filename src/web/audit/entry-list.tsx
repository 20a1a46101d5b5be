import { Link } from 'react-router';
import { Moment } from '../design/date-words.tsx';
import { Empty } from '../design/notice.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './entry-list.module.css';
import { fieldName, sentenceOf, toldChanges, valueOf, type Entry } from './entry-words.ts';

/** Deeds as sentences, latest first; what each changed opens below it. `isOwn` says "Usted" in place of the name. */
export function EntryList({ entries, isOwn = false }: { entries: readonly Entry[]; isOwn?: boolean }) {
  const say = useSay();
  if (entries.length === 0) return <Empty title={say('trail.nothing-yet')} />;
  return (
    <ol className={styles.list}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <p className={styles.sentence}>{sentenceOf(entry, say, isOwn)}</p>
          <p className={styles.where}>
            <EntryTime entry={entry} /> · {entry.territory.name}
            {entry.organisation && ` · ${entry.organisation.name}`}
          </p>
          <Details changes={toldChanges(entry)} />
        </li>
      ))}
    </ol>
  );
}

function Details({ changes }: Pick<Entry, 'changes'>) {
  const say = useSay();
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>{say('trail.what-changed', { count: changes.length })}</summary>
      <Changes changes={changes} />
    </details>
  );
}

function EntryTime({ entry }: { entry: Entry }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Link
      to={`/administracion/auditoria/${entry.id}`}
      aria-label={say('trail.entry-of', { at: format.moment(entry.at) })}
    >
      <Moment instant={entry.at} />
    </Link>
  );
}

/** What changed, before and after side by side. */
export function Changes({ changes }: { changes: Entry['changes'] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <div className={styles.frame}>
      <table className={styles.changes}>
        <thead>
          <tr>
            <th scope="col">{say('trail.field')}</th>
            <th scope="col">{say('trail.before')}</th>
            <th scope="col">{say('trail.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.field}>
              <th scope="row">{fieldName(change.field, say)}</th>
              <td data-title={say('trail.before')}>{valueOf(change, 'before', say, format)}</td>
              <td data-title={say('trail.after')}>{valueOf(change, 'after', say, format)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
