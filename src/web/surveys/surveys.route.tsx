import { Link } from 'react-router';
import { countryOf } from '../actors/actor-shapes.ts';
import { countryOfPage } from '../actors/territory-choices.ts';
import { call, pageOfRequest, type Answer } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { Pagination } from '../design/table.tsx';
import { mayAny } from '../shell/frame.ts';
import { useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/surveys.route';
import { PublishedFigures, publishedFigures } from './published-figures.tsx';
import styles from './surveys.module.css';

const mostCountries = 5;

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const territory = query.get('territorio') ?? undefined;
  const [surveys, rounds] = await Promise.all([
    call(context, 'listSurveys', { territory, after: query.get('despues') ?? undefined, limit: 30 }, request),
    call(context, 'listPulseRounds', { territory, limit: 30 }, request),
  ]);
  const { today, visitor } = pageOfRequest(context);
  const { countries, country } = await countryOfPage(
    context,
    request,
    territory === undefined ? null : countryOf(territory),
  );
  // Whoever has no country of their own sees what was published of any.
  const about = territory === undefined && visitor === null ? countries : country ? [country] : [];
  const published = (
    await Promise.all(
      about.slice(0, mostCountries).map((one) =>
        publishedFigures(
          context,
          {
            country: one.reference,
            own: surveys.items.map(({ source }) => source.title),
            year: Number(today.slice(0, 4)),
          },
          request,
        ),
      ),
    )
  ).flat();
  return {
    surveys,
    rounds: rounds.items,
    published,
    mayKeep: mayAny(visitor, ['edit-indicator']),
    mayPulse: mayAny(visitor, ['report-figures']),
  };
}

/** Surveys of perception and victimisation, and rounds of the local pulse. */
export default function SurveysPage({ loaderData }: Route.ComponentProps) {
  const { surveys, rounds, published, mayKeep, mayPulse } = loaderData;
  const say = useSay();
  return (
    <Page title={say('surveys.title')} lead={say('surveys.lead')}>
      <Section
        title={say('surveys.list')}
        actions={mayKeep && <ButtonLink to="/encuestas/nueva">{say('surveys.new')}</ButtonLink>}
      >
        {surveys.items.length === 0 ? (
          <Empty title={say('surveys.none')}>
            <p>{say('surveys.none-lead')}</p>
          </Empty>
        ) : (
          <SurveyList items={surveys.items} />
        )}
        <Pagination next={surveys.next} count={surveys.items.length} />
      </Section>
      {published.length > 0 && (
        <Section title={say('surveys.published')}>
          <p>{say('surveys.published-lead')}</p>
          <PublishedFigures figures={published} />
        </Section>
      )}
      <Section
        title={say('surveys.pulse')}
        actions={mayPulse && <ButtonLink to="/encuestas/pulso/nuevo">{say('surveys.pulse-new')}</ButtonLink>}
      >
        <p>{say('surveys.pulse-lead')}</p>
        {rounds.length === 0 ? <p>{say('surveys.pulse-none')}</p> : <RoundList items={rounds} />}
      </Section>
    </Page>
  );
}

function SurveyList({ items }: { items: Answer<'listSurveys'>['items'] }) {
  const format = useFormat();
  return (
    <ul className={styles.list}>
      {items.map((one) => (
        <li key={one.id}>
          <Link to={`/encuestas/${one.id}`}>{one.title}</Link>
          <p className={styles.soft}>
            {[
              one.source.publisher,
              one.territory.name,
              `${format.day(one.fieldworkFrom)} – ${format.day(one.fieldworkTo)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

function RoundList({ items }: { items: Answer<'listPulseRounds'>['items'] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <ul className={styles.list}>
      {items.map((one) => (
        <li key={one.id}>
          <Link to={`/encuestas/pulso/${one.id}`}>{one.title}</Link>
          <p className={styles.soft}>
            {one.territory.name} ·{' '}
            {one.isClosed
              ? say('surveys.pulse-is-closed')
              : say('surveys.pulse-is-open', { day: format.day(one.closesOn) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
