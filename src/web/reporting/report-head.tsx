import { Day, RelativeDay } from '../design/date-words.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { useSay } from '../words/words.tsx';
import { lookOf, type Report } from './reporting-shapes.ts';
import styles from './reporting.module.css';

/** How a report stands, in words first. */
export function ReportState({ report }: { report: Report }) {
  const say = useSay();
  const { standing, daysLate, firstSentOn, progress } = report;
  return (
    <>
      <StateTag state={lookOf(standing, daysLate, firstSentOn)}>
        {say.dynamic(`reporting.standing.${standing}`)}
      </StateTag>
      {firstSentOn === null ? (
        <span>
          {say('reporting.due')} <RelativeDay day={report.dueOn} />
        </span>
      ) : (
        <span>
          {say('reporting.sent-on')} <Day day={firstSentOn} />
          {daysLate > 0 && `, ${say('reporting.late-by', { days: daysLate })}`}
        </span>
      )}
      <span>{say('reporting.progress', { answered: progress.answered, cells: progress.cells })}</span>
    </>
  );
}

/** The way to approval: who decides, and how far it has got. */
export function ReportSteps({ report }: { report: Report }) {
  const say = useSay();
  return (
    <ol className={styles.history}>
      {report.steps.map((step) => (
        <li key={step.number} className={styles.choices}>
          <StateTag state={step.isDone ? 'fulfilled' : step.isNext ? 'at-risk' : 'not-applicable'}>
            {say(
              step.isDone
                ? 'reporting.step-done'
                : step.isNext
                  ? 'reporting.step-next'
                  : 'reporting.step-later',
            )}
          </StateTag>
          <span>{step.places.join(', ')}</span>
        </li>
      ))}
    </ol>
  );
}

/** All that was done to a report, the latest last. */
export function ReportHistory({ report }: { report: Report }) {
  const say = useSay();
  if (report.acts.length === 0) return <p>{say('reporting.no-acts')}</p>;
  return (
    <ol className={styles.history}>
      {report.acts.map((act, index) => (
        <li key={`${act.act} ${index}`}>
          {say.dynamic(`reporting.act.${act.act}`)} <Day day={act.on} />
          {act.byLink && ` ${say('reporting.by-link')}`}
          {act.reason !== null && ` · ${act.reason}`}
          {act.remarks.map(({ cell, label, remark }) => (
            <small key={cell} className={styles.soft}>
              {label}: {remark}
            </small>
          ))}
        </li>
      ))}
    </ol>
  );
}
