import { redirect, useActionData } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import type { FormAnswer } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { SideBySide } from '../design/side-by-side.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/correct-need.route';
import { needBody } from './need-body.ts';
import { NeedFields, useNeedLabels } from './need-fields.tsx';
import { NeedForm } from './need-form.tsx';
import { addressOfNeed } from './need-shapes.ts';
import { openForm } from './open-form.ts';
import { findPrioritisers } from './prioritisers.ts';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const need = await call(context, 'getNeed', { needId: id }, request);
  openForm(context, request, need.abilities);
  return { need, prioritisers: await findPrioritisers(context, need.territory.reference, request) };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const version = Number(textOf(form, 'version'));
  const given = { needId: id, version, body: needBody(form) };
  const saved = await attempt(context, 'updateNeed', given, keyOf(form));
  return saved.ok ? redirect(addressOfNeed(id)) : refusedForm(saved.refused, form);
}

export default function CorrectNeed({ loaderData: { need, prioritisers } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={`${say('needs.correct')}: ${need.problem}`}
      crumbs={[{ to: addressOfNeed(need.id), title: need.problem }]}
    >
      <Conflict />
      <NeedForm draft={`need-${need.id}`}>
        <input type="hidden" name="version" value={need.version} />
        <NeedFields need={need} prioritisers={prioritisers} />
        <Buttons>
          <Button>{say('needs.save')}</Button>
        </Buttons>
      </NeedForm>
    </Page>
  );
}

const listed: Readonly<Record<string, string>> = {
  violence: 'violence',
  sourceKind: 'source',
  priority: 'priority',
  ecologicalLevel: 'ecological',
  factorEffect: 'factor',
};

/** Somebody else saved first: both versions side by side. Saving again is then a decision. */
function Conflict() {
  const say = useSay();
  const { groups: _, prioritisedBy: __, ...labels } = useNeedLabels();
  const answer = useActionData<FormAnswer>();
  if (answer?.refused?.status !== 412) return null;
  const worded = (values: unknown) =>
    Object.fromEntries(
      Object.entries((values ?? {}) as Record<string, unknown>).map(([name, value]) => [
        name,
        listed[name] && typeof value === 'string' && value
          ? say.dynamic(`diagnosis.${listed[name]}.${value}`)
          : value,
      ]),
    );
  return (
    <Notice kind="warning" title={say('needs.changed-meanwhile')}>
      <p>{say('needs.changed-lead')}</p>
      <SideBySide mine={worded(answer.typed)} theirs={worded(answer.refused.current)} labels={labels} />
    </Notice>
  );
}
