import { Form, redirect } from 'react-router';
import { countryOfPage, territoryChoices } from '../actors/territory-choices.ts';
import { attempt, call, keyOf, pageOfRequest, refusedForm, textOf } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Select } from '../design/field.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import styles from '../values/values.module.css';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/names.route';
import { loadNameChoices } from './load-name-choices.ts';
import { downloadsOf } from './names-downloads.ts';
import { meaningsOfForm } from './name-meanings.tsx';
import { addressToCorrect, addressOfNames, NamesTable, type Crosswalk } from './names-table.tsx';
import { NewNames } from './new-names.tsx';
import { SettledPlaces } from './settled-places.tsx';
import { VersionLine } from './version-line.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { visitor, language } = pageOfRequest(context);
  const asked = new URL(request.url).searchParams;
  const { countries, country } = await countryOfPage(context, request, asked.get('pais'));
  const code = country?.code;
  const mayImport = (visitor?.deeds.includes('import') ?? false) && code !== undefined;
  const after = asked.get('despues') ?? undefined;
  const [lists, places] = await Promise.all([
    call(context, 'listCrosswalks', code === undefined ? {} : { country: code }, request),
    mayImport ? call(context, 'listValuePlaces', { country: code, after }, request) : null,
  ]);
  const mayBegin = lists.abilities.length > 0;
  const mayCorrect = places?.items.some(({ abilities }) => abilities.length > 0) ?? false;
  return {
    lists: lists.items.map((list) => ({ list, downloads: downloadsOf(context, list) })),
    sources: lists.sources,
    places,
    choices: mayBegin ? await loadNameChoices(context, code ?? null, request) : null,
    territories:
      mayCorrect && country ? await territoryChoices(context, country.reference, null, request) : [],
    country: country && { code: country.code, name: country.name[language] },
    countries: countries.map((one) => ({ value: one.code, label: one.name[language] })),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const country = textOf(form, 'country');
  if (textOf(form, '_form') === 'begin') {
    const national = textOf(form, 'lines.0.national');
    const body = {
      country,
      title: textOf(form, 'title'),
      source: textOf(form, 'source') || textOf(form, 'otherSource') || null,
      reason: textOf(form, 'reason'),
      lines: meaningsOfForm(form).map((line) => ({ national, ...line })),
    };
    const result = await attempt(context, 'createCrosswalk', { body }, keyOf(form));
    return result.ok ? redirect(`/cifras/nombres?pais=${country}`) : refusedForm(result.refused, form);
  }
  const body = {
    country,
    key: textOf(form, 'key'),
    was: textOf(form, 'was'),
    territory: textOf(form, 'territory') || null,
    reason: textOf(form, 'reason'),
  };
  const result = await attempt(context, 'correctValuePlace', { body }, keyOf(form));
  return result.ok ? redirect(`/cifras/nombres?pais=${country}#lugares`) : refusedForm(result.refused, form);
}

/** What sources call offences and places, and what each name stands for: by it files of figures are read. */
export default function NamesPage({ loaderData }: Route.ComponentProps) {
  const { choices, countries, country, lists, places, sources, territories } = loaderData;
  const say = useSay();
  return (
    <InPlace country={country?.code}>
      <Page
        title={say('crosswalks.title')}
        lead={say('crosswalks.lead')}
        crumbs={[{ to: '/indicadores', title: say('figures.indicators') }]}
      >
        {countries.length > 1 && (
          <Form method="get" key={country?.code} className={styles.filters}>
            <Select
              name="pais"
              label={say('crosswalks.country')}
              options={countries}
              defaultValue={country?.code ?? ''}
            />
            <Button look="plain">{say('crosswalks.see')}</Button>
          </Form>
        )}
        <p>{say('crosswalks.versions-lead')}</p>
        {lists.length === 0 && <Empty title={say('crosswalks.none')}>{say('crosswalks.none-lead')}</Empty>}
        {lists.map(({ list, downloads }) => (
          <Section key={list.id} title={list.title}>
            <VersionLine list={list} />
            <Deeds list={list} />
            <NamesTable list={list} downloads={downloads} />
          </Section>
        ))}
        {choices && country && <NewNames country={country} choices={choices} sources={sources} />}
        <p>{say('crosswalks.iccs-help')}</p>
        {places && country && (
          <Section title={say('crosswalks.places')} id="lugares">
            <SettledPlaces places={places} country={country.code} territories={territories} />
          </Section>
        )}
      </Page>
    </InPlace>
  );
}

function Deeds({ list }: { list: Crosswalk }) {
  const say = useSay();
  return (
    <Buttons>
      {list.abilities.includes('edit-indicator') && (
        <ButtonLink look="quiet" to={addressToCorrect(list.id, null)}>
          {say('crosswalks.add-name')}
        </ButtonLink>
      )}
      <ButtonLink look="plain" to={addressOfNames(list.id)}>
        {say('crosswalks.other-versions')}
      </ButtonLink>
    </Buttons>
  );
}
