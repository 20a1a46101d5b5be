import type { Answer } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import styles from './charts.module.css';
import { usePeriod } from '../words/use-period.ts';

export type Notes = Answer<'listFigureNotes'>;

/** What has to be known beside a figure, and the way to write it; nothing where there is nothing to say or do. */
export function NotesHere({ notes, code, territory }: { notes: Notes; code: string; territory: string }) {
  const say = useSay();
  if (notes.items.length === 0 && notes.mayNote.length === 0) return null;
  return (
    <>
      {notes.items.length > 0 && <h3>{say('analysis.notes')}</h3>}
      <NoteLines notes={notes.items} />
      {notes.mayNote.length > 0 && (
        <p>
          <ButtonLink
            look="quiet"
            to={`/indicadores/${encodeURIComponent(code)}/notas?territorio=${territory}`}
          >
            {say('analysis.note-write')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}

function NoteLines({ notes }: { notes: Notes['items'] }) {
  return (
    <ul className={styles.list}>
      {notes.map((note) => (
        <li key={note.id}>
          <NoteLine note={note} />
        </li>
      ))}
    </ul>
  );
}

/** One note as it was written, with of when and by which organisation. */
export function NoteLine({ note }: { note: Notes['items'][number] }) {
  const say = useSay();
  const format = useFormat();
  const period = usePeriod();
  return (
    <>
      <p className={styles.prose}>{note.words}</p>
      <p className={styles.note}>
        {[
          note.period === null ? '' : period(note.period),
          note.organisation?.name ?? '',
          format.day(note.writtenOn),
          note.isPublic ? '' : say('analysis.note-internal'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}
