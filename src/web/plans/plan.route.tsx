import { Link, redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { ShareLink } from '../inbox/share-link.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { InPlace, useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/plan.route';
import { Programmes } from './plan-actions.tsx';
import { BudgetTotals } from './plan-budget.tsx';
import { ConfirmText } from './draft-form.tsx';
import { PlanHistory } from './plan-history.tsx';
import { NextStep } from './plan-next.tsx';
import { addressOfPlan, looks, mayDecide, mayWrite, type Plan } from './plan-shapes.ts';
import { Remarks } from './remarks.tsx';
import styles from './plans.module.css';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const edition = Number(new URL(request.url).searchParams.get('edicion')) || undefined;
  return { plan: await call(context, 'getPlan', { planId: id, edition }, request), edition };
}

/** What takes no more than a button or a line: an action by its title, sending, answering a remark. */
export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const key = keyOf(form);
  const version = Number(textOf(form, 'version'));
  const confirmText = form.has('confirmText');
  const deed = textOf(form, '_form');
  if (deed === 'quick') {
    const body = { title: textOf(form, 'title'), confirmText };
    const added = await attempt(context, 'addPlanAction', { planId: id, body }, key);
    return added.ok ? redirect(`${addressOfPlan(id)}#acciones`) : refusedForm(added.refused, form);
  }
  const remarkId = textOf(form, 'remarkId');
  const answer = textOf(form, 'answer');
  const done =
    deed === 'submit'
      ? await attempt(context, 'submitPlan', { planId: id, version }, key)
      : await attempt(context, 'answerPlanRemark', { remarkId, version, body: { answer, confirmText } }, key);
  return done.ok ? redirect(addressOfPlan(id)) : refusedForm(done.refused, form);
}

/** One plan: what it is and how it stands, what it needs next and from whom, its actions, its money, its history. */
export default function PlanPage({ loaderData: { plan, edition } }: Route.ComponentProps) {
  const say = useSay();
  const { reference, name } = plan.territory;
  const isNow = edition === undefined;
  return (
    <InPlace country={reference.slice(0, 2)}>
      <Page
        title={plan.title}
        crumbs={[
          { to: addressOfTerritory(reference), title: name },
          { to: `/planes?territorio=${reference}`, title: say('plans.title') },
        ]}
        state={<State plan={plan} />}
        lead={plan.summary}
        actions={isNow && <Actions plan={plan} />}
      >
        {plan.example && <Notice title={say('plans.example')}>{say('plans.example-lead')}</Notice>}
        {!isNow && (
          <Notice title={say('plans.edition-number', { number: edition })}>
            <Link to={addressOfPlan(plan.id)}>{say('plans.see-now')}</Link>
          </Notice>
        )}
        {isNow && <NextStep plan={plan} />}
        {isNow && plan.remarks !== null && plan.remarks.length > 0 && <Remarks plan={plan} />}
        <Section title={say('plans.actions')} id="acciones">
          <Programmes plan={plan} />
          {isNow && mayWrite(plan) && <QuickAdd />}
        </Section>
        <Section title={say('plans.field.budget')}>
          <BudgetTotals plan={plan} />
        </Section>
        <Section title={say('plans.history')}>
          <PlanHistory plan={plan} />
        </Section>
      </Page>
    </InPlace>
  );
}

function State({ plan }: { plan: Plan }) {
  const say = useSay();
  const format = useFormat();
  const standing = say.dynamic(`plans.standing.${plan.standing}`);
  return (
    <>
      <StateTag state={looks[plan.standing]}>
        {plan.standingOn
          ? say('plans.standing-line', { standing, day: format.day(plan.standingOn) })
          : standing}
      </StateTag>
      <span>{say.dynamic(`plans.kind.${plan.kind}`)}</span>
      <span>{plan.owner.name}</span>
      <span>
        {format.day(plan.periodFrom)} – {format.day(plan.periodTo)}
      </span>
      {plan.edition > 0 && <span>{say('plans.edition-number', { number: plan.edition })}</span>}
    </>
  );
}

function Actions({ plan }: { plan: Plan }) {
  const say = useSay();
  const here = addressOfPlan(plan.id);
  const mayEdit = plan.abilities.includes('edit-plan');
  const mayChange = plan.possible.some((act) => act === 'annulled' || act === 'ended' || act === 'amended');
  return (
    <>
      {mayDecide(plan) && (
        <ButtonLink look="main" to={`${here}/revision`}>
          {say('plans.review')}
        </ButtonLink>
      )}
      {mayWrite(plan) && (
        <>
          <ButtonLink to={`${here}/corregir`}>{say('plans.correct')}</ButtonLink>
          <ButtonLink to={`${here}/copiar`}>{say('plans.copy')}</ButtonLink>
        </>
      )}
      <ShareLink subject="plan" id={plan.id} />
      {mayEdit && mayChange && (
        <ButtonLink look="quiet" to={`${here}/estado`}>
          {say('plans.change-standing')}
        </ButtonLink>
      )}
    </>
  );
}

/** An action by its title only, Enter and the next. */
function QuickAdd() {
  const say = useSay();
  return (
    <div className={styles.quick}>
      <DataForm name="quick" labels={{ title: say('plans.quick-title') }}>
        <TextInput
          name="title"
          label={say('plans.quick-title')}
          help={say('plans.quick-help')}
          maxLength={300}
          required
        />
        <ConfirmText form="quick" />
        <Buttons>
          <Button look="plain">{say('plans.quick-add')}</Button>
        </Buttons>
      </DataForm>
    </div>
  );
}
