import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/plan-standing.route';
import { ConfirmText } from './draft-form.tsx';
import { openPlanForm } from './open-plan-form.ts';
import { addressOfPlan, type Plan } from './plan-shapes.ts';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const plan = await call(context, 'getPlan', { planId: id }, request);
  openPlanForm(context, request, plan.abilities.includes('edit-plan'));
  return { plan };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const key = keyOf(form);
  const at = { planId: id, version: Number(textOf(form, 'version')) };
  const given = { ...at, body: { reason: textOf(form, 'reason'), confirmText: form.has('confirmText') } };
  const deed = textOf(form, '_form');
  if (deed === 'delete') {
    const gone = await attempt(context, 'deletePlan', at, key);
    return gone.ok ? redirect('/planes') : refusedForm(gone.refused, form);
  }
  const done =
    deed === 'amend'
      ? await attempt(context, 'amendPlan', given, key)
      : deed === 'abandon'
        ? await attempt(context, 'abandonPlanAmendment', given, key)
        : deed === 'end'
          ? await attempt(context, 'endPlan', given, key)
          : await attempt(context, 'annulPlan', given, key);
  return done.ok ? redirect(addressOfPlan(id)) : refusedForm(done.refused, form);
}

/** What changes how a plan stands: amending, ending, annulling, deleting. */
export default function PlanStanding({ loaderData: { plan } }: Route.ComponentProps) {
  const say = useSay();
  const may = (act: Plan['possible'][number]) => plan.possible.includes(act);
  return (
    <Page
      title={`${say('plans.change-standing')}: ${plan.title}`}
      crumbs={[{ to: addressOfPlan(plan.id), title: plan.title }]}
    >
      {may('amended') && <Reasoned plan={plan} deed="amend" />}
      {may('amendment-abandoned') && <Reasoned plan={plan} deed="abandon" />}
      {may('ended') && <Reasoned plan={plan} deed="end" />}
      {may('annulled') && plan.edition > 0 && <Reasoned plan={plan} deed="annul" />}
      {plan.edition === 0 && may('corrected') && (
        <Section title={say('plans.delete')}>
          <p>{say('plans.delete-lead')}</p>
          <DataForm name="delete">
            <input type="hidden" name="version" value={plan.version} />
            <Buttons>
              <Button look="danger">{say('plans.delete')}</Button>
            </Buttons>
          </DataForm>
        </Section>
      )}
    </Page>
  );
}

function Reasoned({ plan, deed }: { plan: Plan; deed: 'amend' | 'abandon' | 'end' | 'annul' }) {
  const say = useSay();
  return (
    <Section title={say(`plans.${deed}`)}>
      <p>{say(`plans.${deed}-lead`)}</p>
      <DataForm name={deed} labels={{ reason: say('plans.reason') }}>
        <input type="hidden" name="version" value={plan.version} />
        <TextArea name="reason" label={say('plans.reason')} rows={2} required />
        <ConfirmText form={deed} />
        <Buttons>
          <Button look={deed === 'annul' || deed === 'abandon' ? 'danger' : 'plain'}>
            {say(`plans.${deed}`)}
          </Button>
        </Buttons>
      </DataForm>
    </Section>
  );
}
