import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { Checkbox } from '../design/field.tsx';
import { Page } from '../design/page.tsx';
import { addressOfTerritory, crumbsOf } from '../territories/territory-shapes.ts';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/new-need.route';
import { needBody } from './need-body.ts';
import { NeedFields } from './need-fields.tsx';
import { NeedForm } from './need-form.tsx';
import { addressOfNeed, addressOfNeeds } from './need-shapes.ts';
import { openForm } from './open-form.ts';
import { findPrioritisers } from './prioritisers.ts';

export async function loader({ context, params: { reference }, request }: Route.LoaderArgs) {
  const [territory, { abilities }] = await Promise.all([
    call(context, 'getTerritory', { reference }, request),
    call(context, 'listNeeds', { territory: reference, limit: 1 }, request),
  ]);
  openForm(context, request, abilities);
  return { territory, prioritisers: await findPrioritisers(context, reference, request) };
}

export async function action({ context, params: { reference }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = {
    territory: reference,
    ...needBody(form),
    isDraft: form.has('isDraft'),
    confirmNew: form.has('confirmNew'),
  };
  const made = await attempt(context, 'createNeed', { body }, keyOf(form));
  return made.ok ? redirect(addressOfNeed(made.answer.id)) : refusedForm(made.refused, form);
}

export default function NewNeed({ loaderData: { territory, prioritisers } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <InPlace country={territory.country}>
      <Page
        title={say('needs.register')}
        lead={say('needs.none-lead')}
        crumbs={[
          ...crumbsOf(territory, say.language),
          { to: addressOfTerritory(territory.reference), title: territory.name },
          { to: addressOfNeeds(territory.reference), title: say('needs.title') },
        ]}
      >
        <NeedForm draft={`need-new-${territory.reference}`}>
          <NeedFields need={null} prioritisers={prioritisers} />
          <Checkbox name="isDraft" label={say('needs.save-draft')} help={say('needs.draft-notice')} />
          <Buttons>
            <Button>{say('needs.save')}</Button>
          </Buttons>
        </NeedForm>
      </Page>
    </InPlace>
  );
}
