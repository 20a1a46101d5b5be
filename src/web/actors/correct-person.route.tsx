import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Checkbox } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/correct-person.route';
import { addressOfPerson, countryOf, crumbOf } from './actor-shapes.ts';
import { chosenOrganisation } from './choose.ts';
import { Conflict } from './conflict.tsx';
import { MistakeForm } from './leaving-forms.tsx';
import { openForm } from './may-edit.ts';
import { personBody, PersonFields, usePersonLabels } from './person-fields.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const person = await call(context, 'getPerson', { personId: id }, request);
  openForm(context, request, person.abilities.includes('edit-person'));
  return { person };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const at = { personId: id, version: Number(textOf(form, 'version')) };
  const key = keyOf(form);
  const wish = textOf(form, '_form');
  if (wish === 'delete') {
    const gone = await attempt(context, 'deletePerson', at, key);
    return gone.ok ? redirect('/actores/personas') : refusedForm(gone.refused, form);
  }
  if (wish === 'annul') {
    const annulled = await attempt(
      context,
      'annulPerson',
      { ...at, body: { reason: textOf(form, 'reason') } },
      key,
    );
    return annulled.ok ? redirect(addressOfPerson(id)) : refusedForm(annulled.refused, form);
  }
  const organisation = await chosenOrganisation(context, form, 'organisationId', textOf(form, 'country'));
  if (!organisation.ok) return organisation.answer;
  const standing = form.has('left') ? ('left' as const) : ('active' as const);
  const body = { ...personBody(form, organisation.id), standing };
  const saved = await attempt(context, 'updatePerson', { ...at, body }, key);
  return saved.ok ? redirect(addressOfPerson(id)) : refusedForm(saved.refused, form);
}

export default function CorrectPerson({ loaderData: { person } }: Route.ComponentProps) {
  const say = useSay();
  const here = addressOfPerson(person.id);
  const labels = usePersonLabels();
  return (
    <InPlace country={countryOf(person.territory.reference)}>
      <Page
        title={say('actor-pages.correct-of', { name: person.name })}
        crumbs={[crumbOf(person.territory), { to: here, title: person.name }]}
      >
        <Conflict
          labels={{ name: labels.name, visibility: labels.visibility }}
          lists={{ visibility: 'visibility' }}
        />
        <DataForm labels={labels}>
          <input type="hidden" name="version" value={person.version} />
          <input type="hidden" name="country" value={countryOf(person.territory.reference)} />
          <PersonFields person={person} />
          <Checkbox
            name="left"
            label={say('actor-pages.person-left')}
            help={say('actor-pages.person-left-help')}
            defaultChecked={person.standing === 'left'}
          />
          <Buttons>
            <Button>{say('shared.save')}</Button>
            <ButtonLink look="quiet" to={here}>
              {say('shared.cancel')}
            </ButtonLink>
          </Buttons>
        </DataForm>
        <MistakeForm version={person.version} dependents={person.dependents} words={{ name: person.name }} />
      </Page>
    </InPlace>
  );
}
