import { Link } from 'react-router';
import type { Answer } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { RelativeDay } from '../design/date-words.tsx';
import { saysExample } from '../design/says-example.ts';
import { StateTag, type State } from '../design/state-tag.tsx';
import { useSay } from '../words/words.tsx';
import styles from './inbox.module.css';
import { addressToShare } from './share-address.ts';

export type WorkLine = Answer<'listInbox'>['items'][number];

const looks: Readonly<Record<WorkLine['group'], State>> = {
  overdue: 'late',
  week: 'at-risk',
  later: 'on-time',
  undated: 'not-applicable',
};

/** Things to do: what, why, by when in words, one button. */
export function WorkList({ lines }: { lines: readonly WorkLine[] }) {
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <li key={`${line.kind} ${line.partId}`}>
          <Line line={line} />
        </li>
      ))}
    </ul>
  );
}

function Line({ line }: { line: WorkLine }) {
  const say = useSay();
  const words = say(`inbox.do.${line.kind}`);
  const share = addressToShare(line.subject, line.subjectId);
  return (
    <>
      <div className={styles.what}>
        <h3>
          {line.title}
          {line.example && !saysExample(line.title) && (
            <small className={styles.soft}> ({say('inbox.example')})</small>
          )}
        </h3>
        <p>{say.dynamic(`inbox.why.${line.kind}`, { count: line.count })}</p>
        <p className={styles.soft}>{line.territory.name}</p>
      </div>
      <div className={styles.side}>
        <StateTag state={looks[line.group]}>
          {line.onDay === null ? say('inbox.no-day') : <RelativeDay day={line.onDay} />}
        </StateTag>
        <ButtonLink to={line.path}>
          {words}
          <span className={styles.unseen}> {line.title}</span>
        </ButtonLink>
        {share !== null && (
          <Link to={share} className={styles.quiet} aria-label={`${say('inbox.share')}: ${line.title}`}>
            {say('inbox.share')}
          </Link>
        )}
      </div>
    </>
  );
}
