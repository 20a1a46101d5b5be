import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { DateField, TextArea, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay, useToday } from '../words/words.tsx';
import type { Route } from './+types/correct-organisation.route';
import { addressOfOrganisation, countryOf, crumbOf, type Organisation } from './actor-shapes.ts';
import { chosenOrganisation } from './choose.ts';
import { Conflict } from './conflict.tsx';
import { KeptForm } from './kept-form.tsx';
import { openForm } from './may-edit.ts';
import { organisationBody, OrganisationFields, useOrganisationLabels } from './organisation-fields.tsx';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const organisation = await call(context, 'getOrganisation', { organisationId: id }, request);
  openForm(context, request, organisation.abilities.includes('edit-organisation'));
  return { organisation };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const at = { organisationId: id, version: Number(textOf(form, 'version')) };
  if (textOf(form, '_form') === 'rename') {
    const body = {
      name: textOf(form, 'name'),
      shortName: textOf(form, 'shortName') || null,
      on: textOf(form, 'on'),
      reason: textOf(form, 'reason'),
    };
    const renamed = await attempt(context, 'renameOrganisation', { ...at, body }, keyOf(form));
    return renamed.ok ? redirect(addressOfOrganisation(id)) : refusedForm(renamed.refused, form);
  }
  const parent = await chosenOrganisation(context, form, 'parentId', textOf(form, 'country'));
  if (!parent.ok) return parent.answer;
  const body = organisationBody(form, parent.id);
  const saved = await attempt(context, 'updateOrganisation', { ...at, body }, keyOf(form));
  return saved.ok ? redirect(addressOfOrganisation(id)) : refusedForm(saved.refused, form);
}

export default function CorrectOrganisation({ loaderData: { organisation } }: Route.ComponentProps) {
  const say = useSay();
  const labels = useOrganisationLabels();
  const here = addressOfOrganisation(organisation.id);
  const { territory: _territory, ...compared } = labels;
  return (
    <InPlace country={countryOf(organisation.territory.reference)}>
      <Page
        title={say('actor-pages.correct-of', { name: organisation.name })}
        crumbs={[crumbOf(organisation.territory), { to: here, title: organisation.name }]}
      >
        <Conflict labels={compared} lists={{ kind: 'kind', sector: 'sector', level: 'level' }} />
        <KeptForm draft={`organisation-${organisation.id}-${organisation.version}`} labels={labels}>
          <input type="hidden" name="version" value={organisation.version} />
          <input type="hidden" name="country" value={countryOf(organisation.territory.reference)} />
          <OrganisationFields organisation={organisation} />
          <Buttons>
            <Button>{say('shared.save')}</Button>
            <ButtonLink look="quiet" to={here}>
              {say('shared.cancel')}
            </ButtonLink>
          </Buttons>
        </KeptForm>
        <Rename organisation={organisation} />
      </Page>
    </InPlace>
  );
}

/** A new name that replaces a true one: the old one stays in the history and is still found. */
function Rename({ organisation }: { organisation: Organisation }) {
  const say = useSay();
  const today = useToday();
  const labels = {
    name: say('actor-pages.new-name'),
    shortName: say('actor-pages.short-name'),
    on: say('actor-pages.from'),
    reason: say('actor-pages.reason'),
  };
  return (
    <Section title={say('actor-pages.rename')}>
      <p>{say('actor-pages.rename-lead')}</p>
      <DataForm name="rename" labels={labels}>
        <input type="hidden" name="version" value={organisation.version} />
        <TextInput name="name" label={labels.name} required />
        <TextInput name="shortName" label={labels.shortName} defaultValue={organisation.shortName ?? ''} />
        <DateField name="on" label={labels.on} defaultValue={today} required />
        <TextArea
          name="reason"
          label={labels.reason}
          help={say('actor-pages.reason-name-help')}
          rows={2}
          required
        />
        <Button look="plain">{say('actor-pages.rename')}</Button>
      </DataForm>
    </Section>
  );
}
