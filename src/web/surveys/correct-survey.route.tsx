import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { openForm } from './open-form.ts';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/correct-survey.route';
import { surveyBody } from './survey-body.ts';
import { SurveyFields } from './survey-fields.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const survey = await call(context, 'getSurvey', { survey: id }, request);
  openForm(context, request, survey.abilities.includes('edit-indicator'));
  return { survey };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const version = Number(textOf(form, 'version'));
  const done = await attempt(
    context,
    'updateSurvey',
    { survey: id, version, body: surveyBody(form) },
    keyOf(form),
  );
  return done.ok ? redirect(`/encuestas/${id}`) : refusedForm(done.refused, form);
}

export default function CorrectSurvey({ loaderData: { survey } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={say('surveys.correct')}
      crumbs={[
        { to: '/encuestas', title: say('surveys.title') },
        { to: `/encuestas/${survey.id}`, title: survey.title },
      ]}
    >
      <DataForm>
        <input type="hidden" name="version" value={survey.version} />
        <SurveyFields survey={survey} />
        <Buttons>
          <Button>{say('surveys.save')}</Button>
        </Buttons>
      </DataForm>
    </Page>
  );
}
