import { redirect } from 'react-router';
import { attempt, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Select } from '../design/field.tsx';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/new-organisation.route';
import { addressOfOrganisation, countryOf } from './actor-shapes.ts';
import { chosenOrganisation } from './choose.ts';
import { KeptForm } from './kept-form.tsx';
import { openFormTo } from './may-edit.ts';
import { organisationBody, OrganisationFields, useOrganisationLabels } from './organisation-fields.tsx';
import { ownTerritories } from './territory-choices.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  openFormTo(context, request, 'edit-organisation');
  return { territories: await ownTerritories(context, request) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const territory = textOf(form, 'territory');
  const parent = await chosenOrganisation(context, form, 'parentId', countryOf(territory));
  if (!parent.ok) return parent.answer;
  const body = { territory, ...organisationBody(form, parent.id), confirmNew: form.has('confirmNew') };
  const made = await attempt(context, 'createOrganisation', { body }, keyOf(form));
  return made.ok ? redirect(addressOfOrganisation(made.answer.id)) : refusedForm(made.refused, form);
}

export default function NewOrganisation({ loaderData: { territories } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={say('actor-pages.register-organisation')}
      lead={say('actor-pages.register-organisation-lead')}
      crumbs={[{ to: '/actores', title: say('actor-pages.title') }]}
    >
      <KeptForm draft="organisation-new" labels={useOrganisationLabels()}>
        <Select
          name="territory"
          label={say('actor-pages.territory')}
          help={say('actor-pages.territory-help')}
          options={territories.options}
          defaultValue={territories.chosen}
          required
        />
        <OrganisationFields />
        <Buttons>
          <Button>{say('actor-pages.register')}</Button>
          <ButtonLink look="quiet" to="/actores">
            {say('shared.cancel')}
          </ButtonLink>
        </Buttons>
      </KeptForm>
    </Page>
  );
}
