import { Link } from 'react-router';
import { topics } from '#domain/indicators/vocabulary.ts';
import { countryOfPage } from '../actors/territory-choices.ts';
import { address, call, pageOfRequest } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { Downloads, Pagination, Table } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/indicators.route';
import {
  addressOfIndicator,
  frameworkWord,
  titleIn,
  unitIn,
  type IndicatorLine,
} from './indicator-shapes.ts';
import { OwnTargets } from './own-targets.tsx';
import { filterOf, IndicatorsFilter } from './indicators-filter.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { home, country } = await placeOfReader(context, request);
  const territory = home?.reference ?? country?.reference;
  const asked = { ...filterOf(request), ...(territory !== undefined && { territory }) };
  const after = new URL(request.url).searchParams.get('despues') ?? undefined;
  const isWhole = new URL(request.url).search === '';
  const [indicators, targets] = await Promise.all([
    call(context, 'listIndicators', { ...asked, after, limit: 200 }, request),
    home && isWhole ? call(context, 'listTargets', { territory: home.reference, limit: 200 }, request) : null,
  ]);
  const file = (format: 'xlsx' | 'csv') => address(context, 'exportIndicators', { ...asked, format });
  return {
    indicators,
    home,
    where: home?.name ?? country?.name[pageOfRequest(context).language] ?? null,
    targets: targets?.items ?? [],
    downloads: [
      { format: 'XLSX' as const, href: file('xlsx') },
      { format: 'CSV' as const, href: file('csv') },
    ],
  };
}

// Whether there are figures is asked of where the reader works; of a visitor, of the country of the page.
async function placeOfReader(context: Route.LoaderArgs['context'], request: Request) {
  const home = pageOfRequest(context).visitor?.home ?? null;
  return { home, country: home ? null : (await countryOfPage(context, request, null)).country };
}

/** What is measured, by topic: first what it is about, then how it is told and whether anybody tells it. */
export default function IndicatorsPage({ loaderData }: Route.ComponentProps) {
  const { indicators, home, where, targets, downloads } = loaderData;
  const say = useSay();
  const mayEdit = indicators.abilities.includes('edit-indicator');
  return (
    <Page
      title={say('indicators.title')}
      lead={say('indicators.lead')}
      actions={
        <>
          <ButtonLink to="/explorar">{say('analysis.explorer')}</ButtonLink>
          {mayEdit && (
            <>
              <ButtonLink look="main" to="/indicadores/nuevo">
                {say('indicators.new')}
              </ButtonLink>
              <ButtonLink look="quiet" to="/indicadores/importar">
                {say('indicators.import')}
              </ButtonLink>
              <ButtonLink look="quiet" to="/cifras/importar">
                {say('value-imports.title')}
              </ButtonLink>
            </>
          )}
        </>
      }
    >
      {home && targets.length > 0 && <OwnTargets place={home} targets={targets} />}
      <IndicatorsFilter mayEdit={mayEdit} where={where} counts={indicators.counts} />
      {indicators.items.length === 0 && (
        <Empty title={say('indicators.none')}>
          <p>{say('indicators.none-lead')}</p>
        </Empty>
      )}
      {topics
        .map((topic) => ({ topic, lines: indicators.items.filter((one) => one.topic === topic) }))
        .filter(({ lines }) => lines.length > 0)
        .map(({ topic, lines }) => (
          <Section key={topic} title={say.dynamic(`indicators.topic.${topic}`)}>
            <TopicTable topic={topic} lines={lines} />
          </Section>
        ))}
      <Pagination next={indicators.next} count={indicators.items.length} />
      <Downloads downloads={downloads} />
    </Page>
  );
}

function TopicTable({ topic, lines }: { topic: string; lines: readonly IndicatorLine[] }) {
  const say = useSay();
  return (
    <Table
      caption={say('indicators.topics-of', { topic: say.dynamic(`indicators.topic.${topic}`) })}
      isCaptionHidden
      rows={lines}
      rowKey={(line) => line.code}
      columns={[
        {
          id: 'title',
          title: say('indicators.name'),
          cell: (line) => (
            <>
              <Link to={addressOfIndicator(line.code)}>{titleIn(say, line)}</Link>
              {line.example && ` (${say('indicators.example')})`}
            </>
          ),
        },
        // Whether there are figures is seen on a phone without pushing the table.
        { id: 'told', title: say('indicators.told'), cell: (line) => toldWord(say, line) },
        { id: 'unit', title: say('indicators.unit'), cell: (line) => unitIn(say, line) },
        {
          id: 'framework',
          title: say('indicators.framework-label'),
          cell: (line) => (line.framework === null ? '' : frameworkWord(say, line.framework)),
        },
        { id: 'code', title: say('indicators.code'), cell: (line) => line.code },
      ]}
    />
  );
}

function toldWord(say: ReturnType<typeof useSay>, line: IndicatorLine): string {
  if (line.composition === 'computed') return say('indicators.computed');
  return say(line.hasFigures ? 'indicators.has-figures' : 'indicators.no-figures');
}
