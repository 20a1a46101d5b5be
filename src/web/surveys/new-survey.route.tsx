import { redirect } from 'react-router';
import { ownTerritories } from '../actors/territory-choices.ts';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { Select } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { openForm } from './open-form.ts';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/new-survey.route';
import { surveyBody } from './survey-body.ts';
import { SurveyFields } from './survey-fields.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { abilities } = await call(context, 'listSurveys', { limit: 1 }, request);
  openForm(context, request, abilities.includes('edit-indicator'));
  return ownTerritories(context, request);
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = { territory: textOf(form, 'territory'), ...surveyBody(form) };
  const made = await attempt(context, 'createSurvey', { body }, keyOf(form));
  return made.ok ? redirect(`/encuestas/${made.answer.id}`) : refusedForm(made.refused, form);
}

export default function NewSurvey({ loaderData: { options, chosen } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page title={say('surveys.new')} crumbs={[{ to: '/encuestas', title: say('surveys.title') }]}>
      <DataForm>
        <Select
          name="territory"
          label={say('surveys.field.territory')}
          options={options}
          defaultValue={chosen}
          required
        />
        <SurveyFields survey={null} />
        <Buttons>
          <Button>{say('surveys.save')}</Button>
        </Buttons>
      </DataForm>
    </Page>
  );
}
