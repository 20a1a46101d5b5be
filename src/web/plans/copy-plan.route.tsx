import { Form, Link, redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { Checkbox, Field } from '../design/field.tsx';
import fieldStyles from '../design/field.module.css';
import { DataForm } from '../design/form.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/copy-plan.route';
import { openPlanForm } from './open-plan-form.ts';
import { addressOfPlan, mayWrite, type Plan, type PlanLine } from './plan-shapes.ts';
import styles from './plans.module.css';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const plan = await call(context, 'getPlan', { planId: id }, request);
  openPlanForm(context, request, mayWrite(plan));
  const from = query.get('de');
  const text = query.get('texto')?.trim().slice(0, 200) || undefined;
  const territory = plan.territory.reference.slice(0, 2);
  const origin = from ? await call(context, 'getPlan', { planId: from }, request) : null;
  const [own, peers] = await Promise.all([
    call(context, 'listPlans', { owner: plan.owner.id, limit: 20 }, request),
    call(context, 'listPlans', { territory, standing: 'approved', text, limit: 50 }, request),
  ]);
  const others = (plans: readonly PlanLine[]) => plans.filter((one) => one.id !== id);
  const mine = others(own.items);
  const theirs = others(peers.items).filter((one) => !mine.some((other) => other.id === one.id));
  return { plan, origin, mine, theirs, text };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const actionIds = [...form.keys()]
    .filter((key) => key.startsWith('action-'))
    .map((key) => key.slice('action-'.length));
  const body = { fromPlanId: textOf(form, 'from'), actionIds };
  const copied = await attempt(context, 'copyPlanActions', { planId: id, body }, keyOf(form));
  return copied.ok ? redirect(`${addressOfPlan(id)}#acciones`) : refusedForm(copied.refused, form);
}

/** Actions of last year's plan or of a peer's, chosen one by one. */
export default function CopyPlan({ loaderData }: Route.ComponentProps) {
  const { plan, origin, mine, theirs, text } = loaderData;
  const say = useSay();
  return (
    <Page
      title={say('plans.copy')}
      lead={say('plans.copy-lead')}
      crumbs={[{ to: addressOfPlan(plan.id), title: plan.title }]}
    >
      {origin ? (
        <Chosen origin={origin} />
      ) : (
        <>
          {mine.length > 0 && (
            <Section title={say('plans.copy-mine')}>
              <Origins plans={mine} planId={plan.id} />
            </Section>
          )}
          <Section title={say('plans.copy-peers')}>
            <Form method="get" className={styles.filters}>
              <Field name="texto" label={say('plans.text')} optional={false}>
                {(control) => (
                  <input {...control} type="search" defaultValue={text} className={fieldStyles.control} />
                )}
              </Field>
              <Button look="plain">{say('plans.filter')}</Button>
            </Form>
            {theirs.length === 0 ? (
              <Empty title={say('plans.none-with-filter')} />
            ) : (
              <Origins plans={theirs} planId={plan.id} />
            )}
          </Section>
        </>
      )}
    </Page>
  );
}

function Origins({ plans, planId }: { plans: readonly PlanLine[]; planId: string }) {
  return (
    <ul className={styles.lines}>
      {plans.map((one) => (
        <li key={one.id}>
          <Link to={`${addressOfPlan(planId)}/copiar?de=${one.id}`}>{one.title}</Link>
          <small>{one.owner.name}</small>
        </li>
      ))}
    </ul>
  );
}

function Chosen({ origin }: { origin: Plan }) {
  const say = useSay();
  if (origin.actions.length === 0) return <Empty title={say('plans.no-actions-yet')} />;
  return (
    <Section title={origin.title}>
      <DataForm name="copy">
        <input type="hidden" name="from" value={origin.id} />
        {origin.actions.map(({ id, title }) => (
          <Checkbox key={id} name={`action-${id}`} label={title} />
        ))}
        <Buttons>
          <Button>{say('plans.copy-now')}</Button>
        </Buttons>
      </DataForm>
    </Section>
  );
}
