import { Link } from 'react-router';
import { Button, Buttons } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import { addressOfAction, addressOfPlan, mayDecide, mayWrite, type Lack, type Plan } from './plan-shapes.ts';
import styles from './plans.module.css';

/** What a plan needs next, and from whom. */
export function NextStep({ plan }: { plan: Plan }) {
  const say = useSay();
  const isSent = plan.standing === 'submitted' || plan.standing === 'amendment-submitted';
  const reason =
    plan.standingReason && (plan.standing === 'returned' || plan.standing === 'annulled')
      ? plan.standingReason
      : null;
  return (
    <>
      {reason && (
        <Notice kind="warning" title={say.dynamic(`plans.standing.${plan.standing}`)}>
          {reason}
        </Notice>
      )}
      {isSent && (
        <Notice title={say('plans.next')}>
          {say(
            plan.isOwnSubmission && plan.abilities.includes('review-plan')
              ? 'plans.next-others-decide'
              : mayDecide(plan)
                ? 'plans.next-you-decide'
                : 'plans.next-centre',
          )}
        </Notice>
      )}
      {plan.standing === 'amending' && plan.abilities.length > 0 && (
        <Notice>
          {say('plans.amending-lead', { number: plan.edition })}{' '}
          <Link to={`${addressOfPlan(plan.id)}/diferencia?de=${plan.edition}`}>
            {say('plans.what-changed')}
          </Link>
        </Notice>
      )}
      {mayWrite(plan) && <ToMend plan={plan} />}
    </>
  );
}

function ToMend({ plan }: { plan: Plan }) {
  const say = useSay();
  const lacks = plan.lacks ?? [];
  return (
    <Section title={say('plans.next')}>
      {lacks.length > 0 ? (
        <>
          <p>{say('plans.to-mend', { count: lacks.length })}</p>
          <Lacks plan={plan} lacks={lacks} />
        </>
      ) : (
        <p>{say('plans.ready')}</p>
      )}
      <DataForm name="submit">
        <input type="hidden" name="version" value={plan.version} />
        <Buttons>
          <Button look={lacks.length > 0 ? 'plain' : 'main'}>{say('plans.submit')}</Button>
        </Buttons>
      </DataForm>
    </Section>
  );
}

/** What is lacking, action by action, each leading to where it is mended. */
function Lacks({ plan, lacks }: { plan: Plan; lacks: readonly Lack[] }) {
  const own = lacks.filter((lack) => lack.action === null);
  const actions = plan.actions.filter((action) => lacks.some((lack) => lack.action?.id === action.id));
  return (
    <ul className={styles.lines}>
      {own.map((lack) => (
        <li key={lack.code}>{lack.message}</li>
      ))}
      {actions.map((action) => (
        <li key={action.id}>
          <Link to={`${addressOfAction(plan.id, action.id)}/escribir`}>{action.title}</Link>
          {messagesFor(
            action.title,
            lacks.filter((lack) => lack.action?.id === action.id),
          ).map((message) => (
            <small key={message} className={styles.lack}>
              {message}
            </small>
          ))}
        </li>
      ))}
    </ul>
  );
}

// The action's name stands above them; what is said of several fields is said once.
function messagesFor(title: string, lacks: readonly Lack[]): string[] {
  const bare = (message: string) => message.replace(`«${title}»: `, '').replace(`“${title}”: `, '');
  return [...new Set(lacks.map((lack) => bare(lack.message)))];
}
