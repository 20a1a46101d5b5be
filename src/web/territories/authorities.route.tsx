import { data, redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf, typedOf } from '../api.ts';
import { countryOf } from '../actors/actor-shapes.ts';
import { chosenOrganisation, faultOn, voiceOfPage } from '../actors/choose.ts';
import { Chooser } from '../actors/chooser.tsx';
import { openForm } from '../actors/may-edit.ts';
import { optionsOf } from '../actors/options.ts';
import { Button } from '../design/button.tsx';
import { DateField, Select, TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/authorities.route';
import { addressOfTerritory, crumbsOf, type TerritoryActors } from './territory-shapes.ts';
import { Authorities } from './who-works-here.tsx';

type Authority = TerritoryActors['authorities'][number];

export async function loader({ context, params: { reference }, request }: Route.LoaderArgs) {
  const [territory, actors] = await Promise.all([
    call(context, 'getTerritory', { reference }, request),
    call(context, 'getTerritoryActors', { territory: reference }, request),
  ]);
  openForm(context, request, actors.abilities.includes('edit-organisation'));
  return { territory, authorities: actors.authorities };
}

export async function action({ context, params: { reference }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const authorityId = textOf(form, 'authorityId');
  if (authorityId) {
    const body = { on: textOf(form, 'on') };
    return answered(await attempt(context, 'endAuthority', { authorityId, body }, keyOf(form)));
  }
  const organisation = await chosenOrganisation(context, form, 'organisationId', countryOf(reference));
  if (!organisation.ok) return organisation.answer;
  if (organisation.id === null) {
    const say = await voiceOfPage(context);
    const code = 'places.authority-choose';
    return data({ refused: faultOn('organisationId', code, say(code)), typed: typedOf(form) }, 422);
  }
  const body = {
    organisationId: organisation.id,
    kind: textOf(form, 'kind') as Authority['kind'],
    validFrom: textOf(form, 'validFrom') || null,
    validTo: null,
    note: textOf(form, 'note') || null,
  };
  return answered(await attempt(context, 'addAuthority', { territory: reference, body }, keyOf(form)));

  function answered(result: Awaited<ReturnType<typeof attempt<'addAuthority' | 'endAuthority'>>>) {
    return result.ok
      ? redirect(`${addressOfTerritory(reference)}/autoridades`)
      : refusedForm(result.refused, form);
  }
}

/** Who governs a territory: those of today, one more, or until when one of them did. */
export default function TerritoryAuthorities({
  loaderData: { territory, authorities },
}: Route.ComponentProps) {
  const say = useSay();
  return (
    <InPlace country={territory.country}>
      <Page
        title={say('places.governs-of', { name: territory.name })}
        lead={say('places.governs-lead')}
        crumbs={[
          ...crumbsOf(territory, say.language),
          { to: addressOfTerritory(territory.reference), title: territory.name },
        ]}
      >
        {authorities.length === 0 && <p>{say('places.no-authority')}</p>}
        {authorities.map((authority) => (
          <Section key={authority.id} title={authority.organisation.name}>
            <Authorities authorities={[authority]} />
            <Ending authority={authority} />
          </Section>
        ))}
        <Section title={say('places.authority-add')}>
          <Adding key={authorities.map((authority) => authority.id).join()} />
        </Section>
      </Page>
    </InPlace>
  );
}

function Ending({ authority }: { authority: Authority }) {
  const say = useSay();
  const label = say('places.authority-end-on');
  return (
    <DataForm name={`end-${authority.id}`} labels={{ on: label, validTo: label }}>
      <input type="hidden" name="authorityId" value={authority.id} />
      <DateField name="on" label={label} defaultValue={authority.validTo ?? ''} required />
      <Button look="plain">{say('places.authority-end', { name: authority.organisation.name })}</Button>
    </DataForm>
  );
}

function Adding() {
  const say = useSay();
  const labels = {
    organisationId: say('places.organisation'),
    kind: say('places.authority-kind'),
    validFrom: say('actor-pages.from'),
    note: say('actor-pages.note'),
  };
  return (
    <DataForm name="add" labels={labels}>
      <Chooser name="organisationId" label={labels.organisationId} required />
      <Select
        name="kind"
        label={labels.kind}
        options={optionsOf(say, 'authority')}
        empty={say('shared.choose')}
        required
      />
      <DateField name="validFrom" label={labels.validFrom} help={say('places.authority-from-help')} />
      <TextArea name="note" label={labels.note} rows={2} />
      <Button>{say('places.authority-add')}</Button>
    </DataForm>
  );
}
