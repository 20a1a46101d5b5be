import { countryOf } from '../actors/actor-shapes.ts';
import { countryOfPage, findPlace, territoriesOfList } from '../actors/territory-choices.ts';
import { address, attempt, call, pageOfRequest } from '../api.ts';
import { Empty, Notice } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { Tabs } from '../design/tabs.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/explorer.route';
import { BesideTheWhole } from './beside-the-whole.tsx';
import { explorerAsked, looks, type ExplorerAsked } from './explorer-asked.ts';
import { ExplorerForm } from './explorer-form.tsx';
import { ExplorerTable } from './explorer-table.tsx';
import { mapOf } from './load-figures-here.ts';
import { SmallMultiples } from './small-multiples.tsx';

type Context = Route.LoaderArgs['context'];

export async function loader({ context, request }: Route.LoaderArgs) {
  const asked = explorerAsked(request.url);
  const { language, visitor } = pageOfRequest(context);
  const around = await countryOfPage(context, request, asked.territory ? countryOf(asked.territory) : null);
  const { country } = around;
  const home = visitor && countryOf(visitor.home.reference) === country?.code ? visitor.home.reference : null;
  const territory = asked.territory ?? country?.reference ?? home ?? '';
  const place = await findPlace(context, territory, request);
  const [territories, listed, dimensions] = await Promise.all([
    territoriesOfList(context, around, place, request),
    call(context, 'listIndicators', { ...(country && { country: country.code }), limit: 200 }, request),
    call(context, 'listDimensions', {}, request),
  ]);
  const isEnglish = language === 'en';
  const titled = (one: { title: string; titleEn: string | null }) =>
    isEnglish ? (one.titleEn ?? one.title) : one.title;
  const told = listed.items.filter(({ composition, hasFigures }) => hasFigures && composition !== 'computed');
  const choices = {
    territories,
    indicators: told.map((one) => ({ value: one.code, label: `${titled(one)} (${one.code})` })),
    levels: (country?.kinds ?? []).map((kind) => ({ value: kind.kind, label: kind.name[language] })),
    dimensions: dimensions.items.map((one) => ({ value: one.code, label: titled(one) })),
  };
  const first = told.find(({ code }) => code === 'HOM') ?? told[0];
  const codes = asked.indicators.length > 0 ? asked.indicators : first ? [first.code] : [];
  const shown = { ...asked, indicators: codes };
  return { asked: shown, place, choices, ...(await figuresOf(context, shown, territory)) };
}

/** The figures that the look needs; what cannot be answered says why in the page. */
async function figuresOf(context: Context, asked: ExplorerAsked, within: string) {
  const [indicator] = asked.indicators;
  const nothing = { exploration: null, comparison: null, map: null, refusal: null, downloads: [] };
  if (indicator === undefined) return nothing;
  const span = { from: asked.from, to: asked.to };
  if (asked.look === 'mapa') {
    const given = { indicator, within, level: asked.level, ...span };
    const found = await attempt(context, 'compareTerritories', given);
    if (!found.ok) return { ...nothing, refusal: found.refused.title };
    return { ...nothing, comparison: found.answer, map: await mapOf(context, found.answer) };
  }
  const given = {
    indicators: asked.indicators.join(','),
    within,
    level: asked.level,
    ...span,
    period:
      asked.period ?? (asked.look === 'grafica' || asked.from === undefined ? ('year' as const) : undefined),
    by: asked.by,
    across: asked.across,
  };
  const found = await attempt(context, 'exploreFigures', given);
  if (!found.ok) return { ...nothing, refusal: found.refused.title };
  const file = (format: 'csv' | 'xlsx') => address(context, 'exploreFigures', { ...given, format });
  return {
    ...nothing,
    exploration: found.answer,
    downloads: [
      { format: 'XLSX' as const, href: file('xlsx') },
      { format: 'CSV' as const, href: file('csv') },
    ],
  };
}

/** Any indicators by territory, period and group; as a table, as charts, as a map. The address is what is seen. */
export default function ExplorerPage({ loaderData }: Route.ComponentProps) {
  const { asked, choices, comparison, downloads, exploration, map, place, refusal } = loaderData;
  const say = useSay();
  return (
    <InPlace country={countryOf(place.reference)}>
      <Page title={say('analysis.explorer')} lead={say('analysis.explorer-lead')}>
        <ExplorerForm asked={asked} territory={place.reference} choices={choices} />
        <Tabs
          label={say('analysis.looks')}
          tabs={looks.map((look) => ({
            to: addressWith(asked, place.reference, look),
            title: say(`analysis.look-as.${look}`),
            isHere: look === asked.look,
          }))}
        />
        <Section title={place.name}>
          {refusal !== null && (
            <Notice kind="warning">
              <p>{refusal}</p>
            </Notice>
          )}
          {asked.indicators.length === 0 && (
            <Empty title={say('analysis.no-figures')}>
              <p>{say('analysis.no-figures-lead')}</p>
            </Empty>
          )}
          {exploration && asked.look === 'grafica' && <SmallMultiples exploration={exploration} />}
          {exploration && asked.look === 'tabla' && (
            <ExplorerTable exploration={exploration} downloads={downloads} />
          )}
          {comparison && <BesideTheWhole comparison={comparison} map={map} />}
        </Section>
      </Page>
    </InPlace>
  );
}

/** The same question, looked at in another way. */
function addressWith(asked: ExplorerAsked, territory: string, look: string): string {
  const query = new URLSearchParams();
  for (const code of asked.indicators) query.append('indicador', code);
  const rest = {
    territorio: territory,
    nivel: asked.level,
    desde: asked.from,
    hasta: asked.to,
    cada: asked.period,
    por: asked.by,
    columnas: asked.across,
    ver: look,
  };
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  return `/explorar?${query}`;
}
