import { Link } from 'react-router';
import { Empty } from '../design/notice.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { addressOfAction, lineName, progressLooks, type Plan, type PlanAction } from './plan-shapes.ts';
import styles from './plans.module.css';

/** The actions of a plan by programme; those of none come last. */
export function Programmes({ plan }: { plan: Plan }) {
  const say = useSay();
  if (plan.actions.length === 0)
    return (
      <Empty title={say('plans.no-actions-yet')}>
        <p>{say('plans.no-actions-lead')}</p>
      </Empty>
    );
  const loose = plan.actions.filter(
    (action) => !plan.programmes.some((programme) => programme.id === action.programmeId),
  );
  return (
    <>
      {plan.programmes.map((programme) => (
        <div key={programme.id} className={styles.programme}>
          <h3>{programme.title}</h3>
          {programme.objective && <p>{programme.objective}</p>}
          <ActionList
            plan={plan}
            actions={plan.actions.filter((action) => action.programmeId === programme.id)}
          />
        </div>
      ))}
      {loose.length > 0 && (
        <div className={styles.programme}>
          {plan.programmes.length > 0 && <h3>{say('plans.no-programme')}</h3>}
          <ActionList plan={plan} actions={loose} />
        </div>
      )}
    </>
  );
}

function ActionList({ plan, actions }: { plan: Plan; actions: readonly PlanAction[] }) {
  const say = useSay();
  if (actions.length === 0) return <p className={styles.small}>{say('plans.programme-empty')}</p>;
  return (
    <ul className={styles.lines}>
      {actions.map((action) => (
        <li key={action.id}>
          <Link to={addressOfAction(plan.id, action.id)}>{action.title}</Link>{' '}
          {action.progress && action.progress.standing !== 'planned' && (
            <StateTag state={progressLooks[action.progress.standing]}>
              {say(`plans.progress.${action.progress.standing}`)}
            </StateTag>
          )}
          <Gist
            action={action}
            lacks={plan.lacks?.filter((one) => one.action?.id === action.id).length ?? 0}
          />
        </li>
      ))}
    </ul>
  );
}

/** An action in two lines: where and when, what it answers and follows, what it still lacks. */
function Gist({ action, lacks }: { action: PlanAction; lacks: number }) {
  const say = useSay();
  const format = useFormat();
  const period = [action.periodFrom, action.periodTo].flatMap((day) =>
    day === null ? [] : [format.day(day)],
  );
  const facts = [
    action.places.map(({ name }) => name).join(', '),
    period.join(' – '),
    action.responsibleOrganisation?.name ??
      action.responsibleStructure?.name ??
      action.responsibleOffice ??
      '',
  ].filter(Boolean);
  const why = [action.need?.problem ?? '', ...action.lines.map(lineName)].filter(Boolean);
  return (
    <>
      {facts.length > 0 && <small>{facts.join(' · ')}</small>}
      {why.length > 0 && <small>{why.join(' · ')}</small>}
      {lacks > 0 && <small>{say('plans.lacks-count', { count: lacks })}</small>}
    </>
  );
}
