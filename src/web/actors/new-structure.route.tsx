import { redirect } from 'react-router';
import { attempt, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Select } from '../design/field.tsx';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/new-structure.route';
import { addressOfStructure, countryOf } from './actor-shapes.ts';
import { chosenOrganisation } from './choose.ts';
import { KeptForm } from './kept-form.tsx';
import { openFormTo } from './may-edit.ts';
import { structureBody, StructureFields, useStructureLabels } from './structure-fields.tsx';
import { ownTerritories } from './territory-choices.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  openFormTo(context, request, 'edit-structure');
  return { territories: await ownTerritories(context, request) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const territory = textOf(form, 'territory');
  const secretariat = await chosenOrganisation(context, form, 'secretariatId', countryOf(territory));
  if (!secretariat.ok) return secretariat.answer;
  const body = { territory, ...structureBody(form, secretariat.id), confirmNew: form.has('confirmNew') };
  const made = await attempt(context, 'createStructure', { body }, keyOf(form));
  // A committee without seats is nothing yet: on to who sits on it.
  return made.ok
    ? redirect(`${addressOfStructure(made.answer.id)}/puestos`)
    : refusedForm(made.refused, form);
}

export default function NewStructure({ loaderData: { territories } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={say('actor-pages.register-structure')}
      lead={say('actor-pages.register-structure-lead')}
      crumbs={[{ to: '/actores/estructuras', title: say('actor-pages.structures') }]}
    >
      <KeptForm draft="structure-new" labels={useStructureLabels()}>
        <Select
          name="territory"
          label={say('actor-pages.territory')}
          help={say('actor-pages.territory-help')}
          options={territories.options}
          defaultValue={territories.chosen}
          required
        />
        <StructureFields />
        <Buttons>
          <Button>{say('actor-pages.register-and-seats')}</Button>
          <ButtonLink look="quiet" to="/actores/estructuras">
            {say('shared.cancel')}
          </ButtonLink>
        </Buttons>
      </KeptForm>
    </Page>
  );
}
