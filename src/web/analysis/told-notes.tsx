import { Notice } from '../design/notice.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Beside } from './analysis-shapes.ts';
import styles from './charts.module.css';

/** Who told the figures, and what has to be said beside them. */
export function ToldNotes({ beside, more = [] }: { beside: Beside; more?: readonly string[] }) {
  const say = useSay();
  const { breaks, counting, notes, series } = beside;
  const format = useFormat();
  const lines = [
    ...(series?.example ? [say('analysis.example-figures')] : []),
    ...notes.filter((note) => note !== 'protected').map((note) => say.dynamic(`values.note.${note}`)),
    ...breaks.map(({ from, kind, on, to }) =>
      say('analysis.break', {
        kind: say.dynamic(`analysis.break-kind.${kind}`),
        from: from.name,
        to: to.name,
        day: on === null ? say('analysis.break-undated') : format.day(on),
      }),
    ),
    ...(counting === 'other' ? [] : [say('analysis.interval-means')]),
  ];
  return (
    <>
      {notes.includes('protected') && (
        <Notice title={say('analysis.hidden-title')}>
          <p>{say('values.note.protected')}</p>
          <p>{say('analysis.hidden-do')}</p>
        </Notice>
      )}
      <div className={styles.note}>
        {series && (
          <p>
            {say('analysis.source')}{' '}
            {series.source.address ? (
              <a href={series.source.address} rel="noreferrer">
                {series.source.title}
              </a>
            ) : (
              series.source.title
            )}
            {series.source.publisher !== null && `. ${series.source.publisher}`}
            {series.source.published !== null && `. ${series.source.published}`}
            {series.note !== null && `. ${series.note}`}
          </p>
        )}
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {more.length > 0 && (
          <details className={styles.more}>
            <summary>{say('analysis.method')}</summary>
            {more.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </details>
        )}
      </div>
    </>
  );
}
