import { Link } from 'react-router';
import { StateTag } from '../design/state-tag.tsx';
import styles from '../ledger/ledger.module.css';
import { addressOfReport } from '../reporting/reporting-shapes.ts';
import { useFormat, useSay } from '../words/words.tsx';
import type { Month } from './load-month.ts';

/** The reports that wait for whoever opens the page, to be filled in or to be decided on; nothing where there are none. */
export function ReportsDue({ reports }: { reports: Month['reports'] }) {
  const say = useSay();
  const format = useFormat();
  if (reports.length === 0) return null;
  return (
    <div>
      <h3>{say('home.reports')}</h3>
      <ul className={styles.dueLines}>
        {reports.map(({ daysLate, dueOn, holder, id, isToReview, standing, territory, title }) => {
          const isLate = daysLate > 0 && !isToReview;
          const due = { day: format.day(dueOn) };
          const act = say(isToReview ? 'home.report-review' : 'home.report-fill');
          return (
            <li key={id}>
              <StateTag state={isLate ? 'late' : standing === 'returned' ? 'at-risk' : 'on-time'}>
                {isLate
                  ? say('home.report-late', { days: daysLate })
                  : say(standing === 'returned' ? 'home.report-returned' : 'home.report-due', due)}
              </StateTag>
              <Link to={addressOfReport(id)}>{title}</Link>
              <small>{holder ?? territory.name}</small>
              <Link className={styles.step} to={addressOfReport(id)} aria-label={`${act}: ${title}`}>
                {act}
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
