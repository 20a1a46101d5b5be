import { call, pageOfRequest } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/sources.route';
import { ChooseSources } from './choose-sources.tsx';
import { SideBySideFigures } from './side-by-side-figures.tsx';
import { SeriesTable } from './series-table.tsx';
import { countryOf, type SeriesLine } from './value-shapes.ts';

export async function loader({ context, params: { code }, request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams;
  const { abilities, items } = await call(context, 'listSeries', { indicator: code, limit: 200 }, request);
  const pair = pairOf(items, asked);
  const comparison = pair && (await compare(context, code, pair, request));
  return { code, items, abilities, pair, comparison };
}

type Pair = { readonly first: SeriesLine; readonly second: SeriesLine };

// Two of one country: the ones asked for, or the first two.
function pairOf(items: readonly SeriesLine[], asked: URLSearchParams): Pair | null {
  const named = (name: string) => items.find(({ id }) => id === asked.get(name));
  const first = named('primera') ?? items.find((one) => items.some((other) => isPair(one, other)));
  if (!first) return null;
  const wanted = named('segunda');
  const second = wanted && isPair(first, wanted) ? wanted : items.find((other) => isPair(first, other));
  return second ? { first, second } : null;
}

function isPair(one: SeriesLine, other: SeriesLine): boolean {
  return one.id !== other.id && countryOf(one.territory.reference) === countryOf(other.territory.reference);
}

async function compare(
  context: Route.LoaderArgs['context'],
  indicator: string,
  { first, second }: Pair,
  request: Request,
) {
  const asked = new URL(request.url).searchParams;
  const thisYear = Number(pageOfRequest(context).today.slice(0, 4));
  const yearOf = (name: string, otherwise: number) =>
    /^\d{4}$/.test(asked.get(name) ?? '') ? String(asked.get(name)) : String(otherwise);
  return call(
    context,
    'compareSources',
    {
      indicator,
      first: Number(first.id),
      second: Number(second.id),
      within: countryOf(first.territory.reference),
      level: String(Math.min(first.level, second.level)),
      from: yearOf('desde', thisYear - 12),
      to: yearOf('hasta', thisYear),
    },
    request,
  );
}

/** Every source of an indicator, and two of them side by side: what differs is said, and neither is taken for the right one. */
export default function SourcesPage({ loaderData }: Route.ComponentProps) {
  const { abilities, code, comparison, items, pair } = loaderData;
  const say = useSay();
  const title = items[0]?.indicator.title ?? code;
  return (
    <InPlace country={pair ? countryOf(pair.first.territory.reference) : undefined}>
      <Page
        title={say('figures.sources-of', { title })}
        lead={say('figures.sources-lead')}
        crumbs={[{ to: `/indicadores/${code}`, title }]}
        actions={
          <>
            {abilities.includes('edit-indicator') && (
              <ButtonLink look="main" to={`/cifras/series/nueva?indicador=${code}`}>
                {say('figures.new-series')}
              </ButtonLink>
            )}
            <ButtonLink look="quiet" to={`/cifras/correcciones?indicador=${code}`}>
              {say('figures.corrections')}
            </ButtonLink>
          </>
        }
      >
        {items.length === 0 ? (
          <Empty title={say('figures.no-series')}>
            <p>{say('figures.no-series-lead')}</p>
          </Empty>
        ) : (
          <Section title={say('figures.series')}>
            <SeriesTable items={items} />
          </Section>
        )}
        {pair && comparison && (
          <Section title={say('figures.side-by-side')}>
            <ChooseSources items={items} first={pair.first} second={pair.second} />
            <SideBySideFigures comparison={comparison} />
          </Section>
        )}
      </Page>
    </InPlace>
  );
}
