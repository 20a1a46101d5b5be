import { redirect } from 'react-router';
import { viewAudiences } from '#domain/analysis/view.ts';
import { countryOf } from '../actors/actor-shapes.ts';
import { countryOfPage, findPlace, territoriesOfList } from '../actors/territory-choices.ts';
import { levelsBelow } from '../territories/level-choices.ts';
import { attempt, call, keyOf, pageOfRequest, refusedForm, textOf } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { Tabs } from '../design/tabs.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/explorer.route';
import { ExploredFigures } from './explored.tsx';
import { explorerAsked, looks, queryOf } from './explorer-asked.ts';
import { ExplorerForm } from './explorer-form.tsx';
import { openExplorer } from './open-explorer.ts';
import { SaveView } from './save-view.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const asked = explorerAsked(request.url);
  const { language, visitor } = pageOfRequest(context);
  const around = await countryOfPage(context, request, asked.territory ? countryOf(asked.territory) : null);
  const { country, explored, indicators, territory, told } = await openExplorer(
    context,
    asked,
    around,
    request,
  );
  const place = await findPlace(context, territory, request);
  const [territories, dimensions] = await Promise.all([
    territoriesOfList(context, { ...around, country }, place, request),
    call(context, 'listDimensions', {}, request),
  ]);
  const titled = (one: { title: string; titleEn: string | null }) =>
    language === 'en' ? (one.titleEn ?? one.title) : one.title;
  const choices = {
    territories,
    indicators: told.map((one) => ({ value: one.code, label: `${titled(one)} (${one.code})` })),
    levels: levelsBelow(country?.kinds ?? [], language),
    dimensions: dimensions.items.map((one) => ({ value: one.code, label: titled(one) })),
  };
  return { asked: { ...asked, indicators }, place, choices, explored, isSignedIn: visitor !== null };
}

/** Keeps what is looked at as a view. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const audience = viewAudiences.find((one) => one === textOf(form, 'audience')) ?? 'own';
  const body = {
    title: textOf(form, 'title'),
    note: textOf(form, 'note'),
    query: textOf(form, 'query'),
    audience,
  };
  const result = await attempt(context, 'createSavedView', { body }, keyOf(form));
  return result.ok ? redirect('/vistas') : refusedForm(result.refused, form);
}

/** Any indicators by territory, period and group; as a table, as charts, as a map. The address is what is seen. */
export default function ExplorerPage({ loaderData, actionData }: Route.ComponentProps) {
  const { asked, choices, explored, isSignedIn, place } = loaderData;
  const say = useSay();
  return (
    <InPlace country={countryOf(place.reference)}>
      <Page
        title={say('analysis.explorer')}
        lead={say('analysis.explorer-lead')}
        actions={<ButtonLink to="/vistas">{say('analysis.views')}</ButtonLink>}
      >
        <ExplorerForm asked={asked} territory={place.reference} choices={choices} />
        <Section title={place.name}>
          <Tabs
            label={say('analysis.looks')}
            tabs={looks.map((look) => ({
              to: `/explorar?${queryOf({ ...asked, look }, place.reference)}`,
              title: say(`analysis.look-as.${look}`),
              isHere: look === asked.look,
            }))}
          />
          {asked.indicators.length === 0 && (
            <Empty title={say('analysis.no-figures')}>
              <p>{say('analysis.no-figures-lead')}</p>
            </Empty>
          )}
          <ExploredFigures explored={explored} look={asked.look} />
          {isSignedIn && asked.indicators.length > 0 && (
            <SaveView query={queryOf(asked, place.reference)} isOpen={actionData !== undefined} />
          )}
        </Section>
      </Page>
    </InPlace>
  );
}
