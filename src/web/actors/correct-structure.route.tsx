import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Page } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/correct-structure.route';
import { addressOfStructure, countryOf, crumbOf } from './actor-shapes.ts';
import { chosenOrganisation } from './choose.ts';
import { Conflict } from './conflict.tsx';
import { KeptForm } from './kept-form.tsx';
import { openForm } from './may-edit.ts';
import { structureBody, StructureFields, useStructureLabels } from './structure-fields.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const structure = await call(context, 'getStructure', { structureId: id }, request);
  openForm(context, request, structure.abilities.includes('edit-structure'));
  return { structure };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const secretariat = await chosenOrganisation(context, form, 'secretariatId', textOf(form, 'country'));
  if (!secretariat.ok) return secretariat.answer;
  const at = { structureId: id, version: Number(textOf(form, 'version')) };
  const body = structureBody(form, secretariat.id);
  const saved = await attempt(context, 'updateStructure', { ...at, body }, keyOf(form));
  return saved.ok ? redirect(addressOfStructure(id)) : refusedForm(saved.refused, form);
}

export default function CorrectStructure({ loaderData: { structure } }: Route.ComponentProps) {
  const say = useSay();
  const { territory: _territory, ...compared } = useStructureLabels();
  const here = addressOfStructure(structure.id);
  return (
    <InPlace country={countryOf(structure.territory.reference)}>
      <Page
        title={say('actor-pages.correct-of', { name: structure.name })}
        crumbs={[crumbOf(structure.territory), { to: here, title: structure.name }]}
      >
        <Conflict labels={compared} lists={{ kind: 'structure' }} />
        <KeptForm draft={`structure-${structure.id}-${structure.version}`} labels={compared}>
          <input type="hidden" name="version" value={structure.version} />
          <input type="hidden" name="country" value={countryOf(structure.territory.reference)} />
          <StructureFields structure={structure} />
          <Buttons>
            <Button>{say('shared.save')}</Button>
            <ButtonLink look="quiet" to={here}>
              {say('shared.cancel')}
            </ButtonLink>
          </Buttons>
        </KeptForm>
      </Page>
    </InPlace>
  );
}
