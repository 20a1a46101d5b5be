import { useSay } from '../words/words.tsx';
import styles from './side-by-side.module.css';

type Labels = Readonly<Record<string, string>>;

/**
 * Two versions of one thing when two people changed it: what one wrote, what is saved, and where they differ.
 * Nothing is overwritten by looking. `labels` names the fields; without it every field that both have is shown under its own name.
 */
export function SideBySide({ mine, theirs, labels }: { mine: unknown; theirs: unknown; labels?: Labels }) {
  const say = useSay();
  const rows = rowsOf(mine, theirs, labels);
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('shared.field')}</th>
            <th scope="col">{say('shared.yours')}</th>
            <th scope="col">{say('shared.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className={row.differs ? styles.differs : undefined}>
              <th scope="row">
                {row.name}
                {row.differs && <span className={styles.mark}> ({say('shared.differs')})</span>}
              </th>
              <td data-title={say('shared.yours')}>{row.mine}</td>
              <td data-title={say('shared.theirs')}>{row.theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const neverShown = new Set(['id', 'version']);

type Row = {
  readonly name: string;
  readonly mine: string;
  readonly theirs: string;
  readonly differs: boolean;
};

/** The fields of both versions as text; those that differ come first. */
export function rowsOf(mine: unknown, theirs: unknown, labels?: Labels): Row[] {
  const one = fieldsOf(mine);
  const other = fieldsOf(theirs);
  const names = labels
    ? Object.keys(labels)
    : Object.keys(one).filter((name) => name in other && !neverShown.has(name));
  const rows = names.map((name) => {
    const left = textOf(one[name]);
    const right = textOf(other[name]);
    return { name: labels?.[name] ?? name, mine: left, theirs: right, differs: left !== right };
  });
  return rows.toSorted((a, b) => Number(b.differs) - Number(a.differs));
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
