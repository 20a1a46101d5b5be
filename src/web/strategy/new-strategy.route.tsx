import { redirect } from 'react-router';
import { attempt, call, keyOf, pageOfRequest, refusedForm } from '../api.ts';
import { Button } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/new-strategy.route';
import { findInstitutions } from './institutions.ts';
import { openForm } from './open-form.ts';
import { strategyBody, StrategyFields, useStrategyLabels } from './strategy-form.tsx';
import { addressOfVersion } from './strategy-shapes.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { abilities } = await call(context, 'listStrategies', {}, request);
  openForm(context, request, abilities);
  const country = pageOfRequest(context).visitor?.country ?? '';
  return { institutions: await findInstitutions(context, country, request) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const territory = pageOfRequest(context).visitor?.country ?? '';
  const body = { territory, ...strategyBody(form) };
  const made = await attempt(context, 'createStrategy', { body }, keyOf(form));
  return made.ok
    ? redirect(addressOfVersion(made.answer.id, made.answer.versionId))
    : refusedForm(made.refused, form);
}

export default function NewStrategy({ loaderData: { institutions } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={say('strategies.register')}
      lead={say('strategies.register-lead')}
      crumbs={[{ to: '/estrategia', title: say('strategies.title') }]}
    >
      <DataForm labels={useStrategyLabels()}>
        <StrategyFields strategy={null} institutions={institutions} />
        <Button>{say('strategies.save')}</Button>
      </DataForm>
    </Page>
  );
}
