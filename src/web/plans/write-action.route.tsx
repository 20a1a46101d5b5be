import { redirect, useActionData } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { DataForm, type FormAnswer } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/write-action.route';
import { actionBody } from './action-body.ts';
import { FirstFields, ForWhomFields, useActionLabels, WhyFields } from './action-fields.tsx';
import { HowFields } from './action-how.tsx';
import { HarmFields, MoneyFields, ProductFields } from './action-means.tsx';
import { DraftForm } from './draft-form.tsx';
import { openPlanForm } from './open-plan-form.ts';
import { addressOfAction, addressOfPlan } from './plan-shapes.ts';

export async function loader({ context, params: { actionId }, request }: Route.LoaderArgs) {
  const page = await call(context, 'getPlanAction', { actionId }, request);
  openPlanForm(context, request, page.choices !== null);
  return { page };
}

export async function action({ context, params: { id, actionId }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const version = Number(textOf(form, 'version'));
  if (textOf(form, '_form') === 'remove') {
    const gone = await attempt(context, 'removePlanAction', { actionId, version }, keyOf(form));
    return gone.ok ? redirect(addressOfPlan(id)) : refusedForm(gone.refused, form);
  }
  const given = { actionId, version, body: actionBody(form) };
  const saved = await attempt(context, 'updatePlanAction', given, keyOf(form));
  if (!saved.ok) return refusedForm(saved.refused, form);
  const here = addressOfAction(id, actionId);
  return redirect(textOf(form, 'then') === 'go-on' ? `${here}/escribir` : here);
}

/** Writes an action: little is asked first, the rest in parts; it may be saved half written. */
export default function WriteAction({ loaderData: { page } }: Route.ComponentProps) {
  const say = useSay();
  const { action, plan, choices } = page;
  const labels = useActionLabels();
  if (choices === null) return null;
  return (
    <InPlace country={plan.territory.reference.slice(0, 2)}>
      <Page
        title={`${say('plans.write')}: ${action.title}`}
        lead={say('plans.write-lead')}
        crumbs={[
          { to: addressOfPlan(plan.id), title: plan.title },
          { to: addressOfAction(plan.id, action.id), title: action.title },
        ]}
      >
        <Conflict />
        <DraftForm draft={`plan-action-${action.id}-${page.version}`} labels={labels}>
          <input type="hidden" name="version" value={page.version} />
          <FirstFields page={page} choices={choices} />
          <WhyFields page={page} choices={choices} />
          <ForWhomFields page={page} />
          <HowFields page={page} />
          <MoneyFields page={page} />
          <ProductFields page={page} choices={choices} />
          <HarmFields page={page} />
          <Buttons>
            <Button name="then" value="show">
              {say('plans.save')}
            </Button>
            <Button look="plain" name="then" value="go-on">
              {say('plans.save-go-on')}
            </Button>
          </Buttons>
        </DraftForm>
        <DataForm name="remove">
          <input type="hidden" name="version" value={page.version} />
          <p>{say('plans.remove-action-lead')}</p>
          <Buttons>
            <Button look="danger">{say('plans.remove-action')}</Button>
          </Buttons>
        </DataForm>
      </Page>
    </InPlace>
  );
}

/** Somebody else saved first: what was typed is still there; saving again is then a decision. */
function Conflict() {
  const say = useSay();
  const answer = useActionData<FormAnswer>();
  if (answer?.refused?.status !== 412) return null;
  return (
    <Notice kind="warning" title={say('plans.changed-meanwhile')}>
      <p>{say('plans.changed-lead')}</p>
    </Notice>
  );
}
