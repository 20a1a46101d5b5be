import { Link } from 'react-router';
import { countryOfPage } from '../actors/territory-choices.ts';
import { call, pageOfRequest, type Answer } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { RelativeDay } from '../design/date-words.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { StateTag } from '../design/state-tag.tsx';
import { Pagination, Table } from '../design/table.tsx';
import { usePeriod } from '../words/use-period.ts';
import { useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/cycles.route';
import { addressOfCycle, addressOfReport, lookOf } from './reporting-shapes.ts';
import styles from './reporting.module.css';

export async function loader({ context, request }: Route.LoaderArgs) {
  const after = new URL(request.url).searchParams.get('despues') ?? undefined;
  const cycles = await call(context, 'listReportCycles', { after }, request);
  const mayAsk = cycles.abilities.includes('edit-indicator');
  const forms = mayAsk ? (await call(context, 'listReportForms', {}, request)).items : [];
  const { language } = pageOfRequest(context);
  const { countries } = await countryOfPage(context, request, null);
  const countryNames = Object.fromEntries(countries.map(({ code, name }) => [code, name[language]]));
  // Two countries may ask the same by the same name.
  const isOfSeveral = new Set(forms.map(({ country }) => country)).size > 1;
  const named = forms.map((form) => ({
    ...form,
    country: isOfSeveral ? countryNames[form.country] : undefined,
  }));
  return { ...cycles, forms: named };
}

type Mine = Answer<'listReportCycles'>['mine'];

/** What I must report or review, and then every cycle. */
export default function CyclesPage({
  loaderData: { items, mine, next, abilities, forms },
}: Route.ComponentProps) {
  const say = useSay();
  const mayAsk = abilities.includes('edit-indicator');
  const toFill = mine.filter(({ isToReview }) => !isToReview);
  const toReview = mine.filter(({ isToReview }) => isToReview);
  return (
    <Page
      title={say('reporting.title')}
      lead={say('reporting.lead')}
      actions={
        mayAsk && (
          <ButtonLink look="main" to="/ciclos/nuevo">
            {say('reporting.open-cycle')}
          </ButtonLink>
        )
      }
    >
      {toFill.length > 0 && (
        <Section title={say('reporting.to-fill')}>
          <MineList mine={toFill} />
        </Section>
      )}
      {toReview.length > 0 && (
        <Section title={say('reporting.to-review')}>
          <MineList mine={toReview} />
        </Section>
      )}
      {forms.length > 0 && (
        <Section title={say('reporting.forms')}>
          <ul className={styles.history}>
            {forms.map(({ cells, country, id, title }) => (
              <li key={id}>
                <Link to={`/ciclos/formularios/${id}`}>{title}</Link>{' '}
                <small>
                  {[country, say('reporting.form-cells', { count: cells })].filter(Boolean).join(' · ')}
                </small>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={say('reporting.all-cycles')}>
        {items.length === 0 ? (
          <Empty title={say('reporting.no-cycles')}>
            <p>{say('reporting.no-cycles-lead')}</p>
          </Empty>
        ) : (
          <CyclesTable cycles={items} />
        )}
        <Pagination next={next} count={items.length} />
      </Section>
    </Page>
  );
}

function MineList({ mine }: { mine: Mine }) {
  const say = useSay();
  return (
    <ul className={styles.history}>
      {mine.map((one) => (
        <li key={one.id}>
          <Link to={addressOfReport(one.id)}>
            {one.holder ?? one.territory.name}: {one.title}
          </Link>
          <span className={styles.choices}>
            <StateTag state={lookOf(one.standing, one.daysLate, null)}>
              {say.dynamic(`reporting.standing.${one.standing}`)}
            </StateTag>
            <span>
              {say('reporting.due')} <RelativeDay day={one.dueOn} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function CyclesTable({ cycles }: { cycles: Answer<'listReportCycles'>['items'] }) {
  const say = useSay();
  const period = usePeriod();
  const format = useFormat();
  return (
    <Table
      caption={say('reporting.all-cycles')}
      isCaptionHidden
      rows={cycles}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'title',
          title: say('reporting.cycle'),
          cell: ({ id, title }) => <Link to={addressOfCycle(id)}>{title}</Link>,
        },
        { id: 'period', title: say('reporting.period'), cell: (cycle) => period(cycle.period) },
        { id: 'due', title: say('reporting.due-day'), cell: ({ dueOn }) => format.day(dueOn) },
        {
          id: 'sent',
          title: say('reporting.sent-of-all'),
          isNumber: true,
          cell: ({ completeness: { sent, expected } }) =>
            say('reporting.of', { part: sent, whole: expected }),
        },
        {
          id: 'final',
          title: say('reporting.group.final'),
          isNumber: true,
          cell: ({ completeness: { counts } }) => format.number(counts.final),
        },
        {
          id: 'overdue',
          title: say('reporting.overdue'),
          isNumber: true,
          cell: ({ completeness: { overdue } }) => format.number(overdue),
        },
      ]}
    />
  );
}
