import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/correct-strategy.route';
import { findInstitutions } from './institutions.ts';
import { openForm } from './open-form.ts';
import { strategyBody, StrategyFields, useStrategyLabels } from './strategy-form.tsx';
import { addressOfStrategy } from './strategy-shapes.ts';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const strategy = await call(context, 'getStrategy', { strategyId: id }, request);
  openForm(context, request, strategy.abilities);
  const country = strategy.territory.reference;
  return { strategy, institutions: await findInstitutions(context, country, request) };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const given = { strategyId: id, version: Number(textOf(form, 'version')), body: strategyBody(form) };
  const done = await attempt(context, 'updateStrategy', given, keyOf(form));
  return done.ok ? redirect(`${addressOfStrategy(id)}/versiones`) : refusedForm(done.refused, form);
}

export default function CorrectStrategy({ loaderData: { strategy, institutions } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={say('strategies.correct')}
      lead={say('strategies.correct-lead')}
      crumbs={[{ to: addressOfStrategy(strategy.id), title: strategy.title }]}
    >
      <DataForm labels={useStrategyLabels()}>
        <input type="hidden" name="version" value={strategy.version} />
        <StrategyFields strategy={strategy} institutions={institutions} />
        <Button>{say('strategies.save')}</Button>
      </DataForm>
    </Page>
  );
}
