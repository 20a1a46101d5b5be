import { Form, Link, useSearchParams } from 'react-router';
import { call } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Moment } from '../design/date-words.tsx';
import { TextInput } from '../design/field.tsx';
import { Empty } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { Pagination, Table } from '../design/table.tsx';
import { usePeriod } from '../words/use-period.ts';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/corrections.route';
import { useFigure } from './use-figure.ts';
import { addressOfSources, type Correction } from './value-shapes.ts';
import styles from './values.module.css';

export async function loader({ context, request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams;
  const given = (name: string) => asked.get(name)?.trim().toUpperCase() || undefined;
  const query = { indicator: given('indicador'), territory: given('territorio') };
  return call(context, 'listCorrections', { ...query, after: given('despues') }, request);
}

/** The log of corrections, for everyone: what a figure was, what it is, when and why. */
export default function CorrectionsPage({ loaderData: { items, next } }: Route.ComponentProps) {
  const say = useSay();
  const [asked] = useSearchParams();
  return (
    <Page
      title={say('figures.corrections')}
      lead={say('figures.corrections-lead')}
      crumbs={[{ to: '/indicadores', title: say('figures.indicators') }]}
    >
      <Form method="get" className={styles.filters}>
        <TextInput
          name="indicador"
          label={say('figures.indicator-code')}
          defaultValue={asked.get('indicador') ?? ''}
        />
        <TextInput
          name="territorio"
          label={say('figures.territory-code')}
          defaultValue={asked.get('territorio') ?? ''}
        />
        <Button look="plain">{say('figures.show')}</Button>
      </Form>
      {items.length === 0 ? (
        <Empty title={say('figures.no-corrections')}>
          <p>{say('figures.no-corrections-lead')}</p>
        </Empty>
      ) : (
        <CorrectionsTable items={items} />
      )}
      <Pagination next={next} count={items.length} />
    </Page>
  );
}

function CorrectionsTable({ items }: { items: readonly Correction[] }) {
  const say = useSay();
  const figure = useFigure();
  return (
    <Table
      caption={say('figures.corrections')}
      isCaptionHidden
      rows={items}
      rowKey={(one) => one.id}
      columns={[
        { id: 'what', title: say('figures.figure'), cell: (one) => <What correction={one} /> },
        { id: 'before', title: say('figures.before'), isNumber: true, cell: (one) => figure(one.before) },
        {
          id: 'after',
          title: say('figures.after'),
          isNumber: true,
          cell: (one) => (one.after ? figure(one.after) : say('figures.taken-away')),
        },
        { id: 'when', title: say('figures.when'), cell: (one) => <Moment instant={one.on} /> },
        {
          id: 'why',
          title: say('figures.reason'),
          cell: (one) => one.reason ?? (one.takenBackWith && say(`figures.taken-back.${one.takenBackWith}`)),
        },
        { id: 'source', title: say('figures.source'), cell: (one) => one.series.title },
      ]}
    />
  );
}

/** Which figure it was: narrow, so that what it was and is stands beside it on a phone. */
function What({ correction: { group, indicator, period, territory } }: { correction: Correction }) {
  const periodWords = usePeriod();
  return (
    <>
      <Link to={addressOfSources(indicator.code)}>{indicator.title}</Link>
      <br />
      <small>{[territory.name, periodWords(period), group].filter((part) => part !== '').join(' · ')}</small>
    </>
  );
}
