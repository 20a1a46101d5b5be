import { redirect } from 'react-router';
import { actionFields } from '#domain/plans/plan-content.ts';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { DateField, Select, TextArea, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { useSay, useToday } from '../words/words.tsx';
import type { Route } from './+types/review-plan.route';
import { ConfirmText } from './draft-form.tsx';
import { openPlanForm } from './open-plan-form.ts';
import { addressOfPlan, mayDecide, type Plan, type Remark } from './plan-shapes.ts';
import { RemarkText } from './remarks.tsx';
import styles from './plans.module.css';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const plan = await call(context, 'getPlan', { planId: id }, request);
  openPlanForm(context, request, mayDecide(plan));
  return { plan };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const key = keyOf(form);
  const version = Number(textOf(form, 'version'));
  const confirmText = form.has('confirmText');
  const deed = textOf(form, '_form');
  const back = { planId: id, version };
  if (deed === 'remark') {
    const [actionId, field] = [textOf(form, 'actionId'), textOf(form, 'field')];
    const body = {
      actionId: actionId || null,
      field: field || null,
      body: textOf(form, 'body'),
      confirmText,
    };
    const said = await attempt(context, 'remarkOnPlan', { planId: id, body }, key);
    return said.ok ? redirect(`${addressOfPlan(id)}/revision`) : refusedForm(said.refused, form);
  }
  if (deed.startsWith('settle-')) {
    const given = { remarkId: textOf(form, 'remarkId'), version };
    const settled = await attempt(context, 'settlePlanRemark', given, key);
    return settled.ok ? redirect(`${addressOfPlan(id)}/revision`) : refusedForm(settled.refused, form);
  }
  const reason = { reason: textOf(form, 'reason'), confirmText };
  const approval = {
    body: textOf(form, 'body'),
    act: textOf(form, 'act') || null,
    on: textOf(form, 'on'),
    confirmText,
  };
  const done =
    deed === 'return'
      ? await attempt(context, 'returnPlan', { ...back, body: reason }, key)
      : await attempt(context, 'approvePlan', { ...back, body: approval }, key);
  return done.ok ? redirect(addressOfPlan(id)) : refusedForm(done.refused, form);
}

/** The centre remarks on the very action and field, sends back, or approves. */
export default function ReviewPlan({ loaderData: { plan } }: Route.ComponentProps) {
  const say = useSay();
  const remarks = plan.remarks ?? [];
  return (
    <Page
      title={`${say('plans.review')}: ${plan.title}`}
      lead={say('plans.review-lead')}
      crumbs={[{ to: addressOfPlan(plan.id), title: plan.title }]}
    >
      <Section title={say('plans.remarks')}>
        {remarks.length === 0 ? (
          <p>{say('plans.no-remarks-yet')}</p>
        ) : (
          <ul className={styles.lines}>
            {remarks.map((remark) => (
              <li key={remark.id}>
                <RemarkText planId={plan.id} remark={remark} />
                {remark.standing !== 'settled' && <Settle remark={remark} />}
              </li>
            ))}
          </ul>
        )}
        <NewRemark plan={plan} />
      </Section>
      <Return plan={plan} />
      <Approve plan={plan} />
    </Page>
  );
}

function Settle({ remark }: { remark: Remark }) {
  const say = useSay();
  return (
    <DataForm name={`settle-${remark.id}`}>
      <input type="hidden" name="remarkId" value={remark.id} />
      <input type="hidden" name="version" value={remark.version} />
      <Buttons>
        <Button look="quiet">{say('plans.settle')}</Button>
      </Buttons>
    </DataForm>
  );
}

function NewRemark({ plan }: { plan: Plan }) {
  const say = useSay();
  return (
    <DataForm name="remark" labels={{ body: say('plans.remark') }}>
      <Select
        name="actionId"
        label={say('plans.remark-on')}
        options={plan.actions.map(({ id, title }) => ({ value: id, label: title }))}
        empty={say('plans.whole-plan')}
        defaultValue=""
      />
      <Select
        name="field"
        label={say('plans.remark-field')}
        options={actionFields.map((field) => ({ value: field, label: say.dynamic(`plans.field.${field}`) }))}
        empty={say('plans.whole-action')}
        defaultValue=""
      />
      <TextArea name="body" label={say('plans.remark')} rows={3} required />
      <ConfirmText form="remark" />
      <Buttons>
        <Button look="plain">{say('plans.remark-now')}</Button>
      </Buttons>
    </DataForm>
  );
}

function Return({ plan }: { plan: Plan }) {
  const say = useSay();
  return (
    <Section title={say('plans.return')}>
      <p>{say('plans.return-lead')}</p>
      <DataForm name="return" labels={{ reason: say('plans.return-reason') }}>
        <input type="hidden" name="version" value={plan.version} />
        <TextArea name="reason" label={say('plans.return-reason')} rows={3} required />
        <ConfirmText form="return" />
        <Buttons>
          <Button look="plain">{say('plans.return')}</Button>
        </Buttons>
      </DataForm>
    </Section>
  );
}

function Approve({ plan }: { plan: Plan }) {
  const say = useSay();
  const today = useToday();
  return (
    <Section title={say('plans.approve')}>
      <p>{say('plans.approve-lead', { number: plan.edition + 1 })}</p>
      <DataForm name="approve" labels={{ body: say('plans.approving-body'), on: say('plans.approved-on') }}>
        <input type="hidden" name="version" value={plan.version} />
        <TextInput name="body" label={say('plans.approving-body')} maxLength={300} required />
        <TextInput name="act" label={say('plans.approving-act')} maxLength={300} />
        <DateField name="on" label={say('plans.approved-on')} defaultValue={today} required />
        <ConfirmText form="approve" />
        <Buttons>
          <Button>{say('plans.approve')}</Button>
        </Buttons>
      </DataForm>
    </Section>
  );
}
