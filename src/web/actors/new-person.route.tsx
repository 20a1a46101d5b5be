import { redirect } from 'react-router';
import { attempt, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Select } from '../design/field.tsx';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/new-person.route';
import { addressOfPerson, countryOf } from './actor-shapes.ts';
import { chosenOrganisation } from './choose.ts';
import { KeptForm } from './kept-form.tsx';
import { openFormTo } from './may-edit.ts';
import { personBody, PersonFields, usePersonLabels } from './person-fields.tsx';
import { ownTerritories } from './territory-choices.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  openFormTo(context, request, 'edit-person');
  return { territories: await ownTerritories(context, request) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const territory = textOf(form, 'territory');
  const organisation = await chosenOrganisation(context, form, 'organisationId', countryOf(territory));
  if (!organisation.ok) return organisation.answer;
  const body = { territory, ...personBody(form, organisation.id), confirmNew: form.has('confirmNew') };
  const made = await attempt(context, 'createPerson', { body }, keyOf(form));
  // The next thing one knows of somebody is how to reach them.
  return made.ok ? redirect(`${addressOfPerson(made.answer.id)}/contactos`) : refusedForm(made.refused, form);
}

export default function NewPerson({ loaderData: { territories } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={say('actor-pages.register-person-title')}
      lead={say('actor-pages.register-person-lead')}
      crumbs={[{ to: '/actores/personas', title: say('actor-pages.people') }]}
    >
      <KeptForm draft="person-new" labels={usePersonLabels()}>
        <Select
          name="territory"
          label={say('actor-pages.territory')}
          options={territories.options}
          defaultValue={territories.chosen}
          required
        />
        <PersonFields />
        <Buttons>
          <Button>{say('actor-pages.register-and-contact')}</Button>
          <ButtonLink look="quiet" to="/actores/personas">
            {say('shared.cancel')}
          </ButtonLink>
        </Buttons>
      </KeptForm>
    </Page>
  );
}
