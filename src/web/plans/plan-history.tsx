import { Link } from 'react-router';
import { Day } from '../design/date-words.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { addressOfPlan, type Plan } from './plan-shapes.ts';
import styles from './plans.module.css';

/** Its editions, each to be read and compared, and all that was done to it, newest first. */
export function PlanHistory({ plan }: { plan: Plan }) {
  const say = useSay();
  const format = useFormat();
  const here = addressOfPlan(plan.id);
  return (
    <>
      {plan.copiedFrom && (
        <p>
          {say('plans.copied-from')}{' '}
          <Link to={addressOfPlan(plan.copiedFrom.id)}>{plan.copiedFrom.title}</Link>
        </p>
      )}
      {plan.editions.length > 0 && (
        <ul className={styles.lines}>
          {plan.editions.map((edition) => (
            <li key={edition.number}>
              <Link to={`${here}?edicion=${edition.number}`}>
                {say('plans.edition-number', { number: edition.number })}
              </Link>
              {edition.number > 1 && (
                <>
                  {' · '}
                  <Link to={`${here}/diferencia?de=${edition.number - 1}&a=${edition.number}`}>
                    {say('plans.what-changed')}
                  </Link>
                </>
              )}
              <small>
                {say('plans.approved-by', {
                  body: [edition.approvingBody, edition.approvingAct].filter(Boolean).join(', '),
                  day: format.day(edition.approvedOn),
                })}
              </small>
            </li>
          ))}
        </ul>
      )}
      <ol className={styles.lines}>
        {plan.acts.map((act) => (
          <li key={`${act.at} ${act.act}`}>
            {say.dynamic(`plans.act.${act.act}`)}
            <small>
              <Day day={act.on} />
              {act.action &&
                ` · ${say('plans.progress-of', { title: act.action.title, progress: say(`plans.progress.${act.action.standing}`) })}`}
              {act.reason && ` · ${act.reason}`}
            </small>
          </li>
        ))}
      </ol>
    </>
  );
}
