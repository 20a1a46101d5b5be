import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { TextArea, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/correct-plan.route';
import { DraftForm } from './draft-form.tsx';
import { headBody } from './head-body.ts';
import { HeadFields, useHeadLabels } from './head-fields.tsx';
import { openPlanForm } from './open-plan-form.ts';
import { addressOfPlan, mayWrite, type Plan } from './plan-shapes.ts';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const plan = await call(context, 'getPlan', { planId: id }, request);
  openPlanForm(context, request, mayWrite(plan));
  const country = plan.territory.reference.slice(0, 2);
  const { items } = await call(context, 'listStrategies', { country }, request);
  return { plan, strategies: items.map(({ id, title }) => ({ id, title })) };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const key = keyOf(form);
  const version = Number(textOf(form, 'version'));
  const programmeId = textOf(form, 'programmeId');
  const said = { title: textOf(form, 'title'), objective: textOf(form, 'objective') || null };
  const deed = textOf(form, 'deed');
  if (deed === 'add-programme') {
    const added = await attempt(context, 'addPlanProgramme', { planId: id, body: said }, key);
    return added.ok ? redirect(`${addressOfPlan(id)}/corregir`) : refusedForm(added.refused, form);
  }
  if (deed === 'save-programme' || deed === 'remove-programme') {
    const done =
      deed === 'save-programme'
        ? await attempt(context, 'updatePlanProgramme', { programmeId, version, body: said }, key)
        : await attempt(context, 'removePlanProgramme', { programmeId, version }, key);
    return done.ok ? redirect(`${addressOfPlan(id)}/corregir`) : refusedForm(done.refused, form);
  }
  const saved = await attempt(context, 'updatePlan', { planId: id, version, body: headBody(form) }, key);
  return saved.ok ? redirect(addressOfPlan(id)) : refusedForm(saved.refused, form);
}

/** The head of a plan and its programmes. */
export default function CorrectPlan({ loaderData: { plan, strategies } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={`${say('plans.correct')}: ${plan.title}`}
      crumbs={[{ to: addressOfPlan(plan.id), title: plan.title }]}
    >
      <DraftForm draft={`plan-${plan.id}`} labels={useHeadLabels()}>
        <input type="hidden" name="version" value={plan.version} />
        <HeadFields plan={plan} strategies={strategies} />
        <Buttons>
          <Button>{say('plans.save')}</Button>
        </Buttons>
      </DraftForm>
      <Section title={say('plans.programmes')}>
        {plan.programmes.map((programme) => (
          <ProgrammeForm key={programme.id} programme={programme} />
        ))}
        <ProgrammeForm programme={null} />
      </Section>
    </Page>
  );
}

function ProgrammeForm({ programme }: { programme: Plan['programmes'][number] | null }) {
  const say = useSay();
  return (
    <DataForm name={programme ? `programme-${programme.id}` : 'new-programme'}>
      {programme && (
        <>
          <input type="hidden" name="programmeId" value={programme.id} />
          <input type="hidden" name="version" value={programme.version ?? 0} />
        </>
      )}
      <TextInput
        name="title"
        label={say(programme ? 'plans.programme' : 'plans.programme-new')}
        defaultValue={programme?.title}
        maxLength={300}
        required
      />
      <TextArea
        name="objective"
        label={say('plans.field.objective')}
        defaultValue={programme?.objective ?? ''}
        rows={2}
      />
      <Buttons>
        <Button look="plain" name="deed" value={programme ? 'save-programme' : 'add-programme'}>
          {say(programme ? 'plans.save' : 'plans.add-programme')}
        </Button>
        {programme && (
          <Button look="quiet" name="deed" value="remove-programme">
            {say('plans.remove-programme')}
          </Button>
        )}
      </Buttons>
    </DataForm>
  );
}
