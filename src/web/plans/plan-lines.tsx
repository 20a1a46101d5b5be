import { Link } from 'react-router';
import type { Answer } from '../api.ts';
import { ButtonLink, Buttons } from '../design/button.tsx';
import { Section } from '../design/page.tsx';
import { saysExample } from '../design/says-example.ts';
import { StateTag } from '../design/state-tag.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { addressOfAction, addressOfPlan, looks, type PlanLine } from './plan-shapes.ts';
import styles from './plans.module.css';

/** Plans in a few lines each: what it is called, whose, for when, how it stands. */
export function PlanLines({ plans }: { plans: readonly PlanLine[] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <ol className={styles.lines}>
      {plans.map((plan) => (
        <li key={plan.id}>
          <Link to={addressOfPlan(plan.id)}>{plan.title}</Link>
          <small>
            {plan.example && !saysExample(plan.title) && (
              <span className={styles.example}>{say('plans.example')} · </span>
            )}
            {plan.owner.name} · {format.day(plan.periodFrom)} – {format.day(plan.periodTo)}
          </small>
          <StateTag state={looks[plan.standing]}>{say.dynamic(`plans.standing.${plan.standing}`)}</StateTag>
        </li>
      ))}
    </ol>
  );
}

/** The plans of a territory on its page: only where there are any, or the reader may begin one. */
export function PlansHere({ reference, plans }: { reference: string; plans: Answer<'listPlans'> }) {
  const { items, count, abilities } = plans;
  const mayEdit = abilities.includes('edit-plan');
  const say = useSay();
  if (count === 0 && !mayEdit) return null;
  return (
    <Section title={say('plans.title')}>
      {items.length === 0 ? <p>{say('plans.none-here')}</p> : <PlanLines plans={items} />}
      <Buttons>
        {count > 0 && (
          <ButtonLink to={`/planes?territorio=${reference}`}>{say('plans.see-all', { count })}</ButtonLink>
        )}
        {mayEdit && (
          <ButtonLink look="quiet" to={`/planes/nuevo?territorio=${reference}`}>
            {say('plans.new')}
          </ButtonLink>
        )}
      </Buttons>
    </Section>
  );
}

type Picked = {
  readonly id: string;
  readonly title: string;
  readonly plan: { readonly id: string; readonly title: string };
};

/** The actions that answer a need, on the need's page; nothing where there are none. */
export function ActionsThatAnswer({ actions }: { actions: readonly Picked[] }) {
  const say = useSay();
  if (actions.length === 0) return null;
  return (
    <Section title={say('plans.answering')}>
      <ActionLinks actions={actions} />
    </Section>
  );
}

/** Actions by title, each with its plan. */
export function ActionLinks({ actions }: { actions: readonly Picked[] }) {
  return (
    <ul className={styles.lines}>
      {actions.map((action) => (
        <li key={action.id}>
          <Link to={addressOfAction(action.plan.id, action.id)}>{action.title}</Link>
          <small>{action.plan.title}</small>
        </li>
      ))}
    </ul>
  );
}
