import { Link } from 'react-router';
import { call } from '../api.ts';
import { ButtonLink } from '../design/button.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/instruments.route';
import { addressOfTemplate, inLanguage, instrumentsAddress, type TemplateLine } from './instrument-shapes.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  return call(context, 'listTemplates', {}, request);
}

/** The instruments with which countries agree: those that an agreement can follow, and those to learn from. */
export default function InstrumentsPage({ loaderData: { items } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={say('documents.instruments')}
      lead={say('documents.instruments-lead')}
      crumbs={[{ to: '/convenios', title: say('agreements.sheet') }]}
      actions={
        items.length > 1 && (
          <ButtonLink look="quiet" to={`${instrumentsAddress}/comparar`}>
            {say('documents.compare')}
          </ButtonLink>
        )
      }
    >
      {items.length === 0 ? (
        <Empty title={say('documents.no-instruments')}>
          <p>{say('documents.no-instruments-lead')}</p>
        </Empty>
      ) : (
        <>
          <Section title={say('documents.engines')}>
            <Instruments title={say('documents.engines')} rows={items.filter((one) => one.isEngine)} />
          </Section>
          <Section title={say('documents.libraries')}>
            <Instruments title={say('documents.libraries')} rows={items.filter((one) => !one.isEngine)} />
          </Section>
        </>
      )}
    </Page>
  );
}

function Instruments({ title, rows }: { title: string; rows: readonly TemplateLine[] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Table
      caption={title}
      isCaptionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'title',
          title: say('documents.instrument'),
          cell: (row) => <Link to={addressOfTemplate(row.id)}>{inLanguage(say, row.title)}</Link>,
        },
        { id: 'country', title: say('documents.country'), cell: (row) => format.country(row.country) },
        {
          id: 'kind',
          title: say('documents.kind'),
          cell: (row) => say.dynamic(`agreements.kind.${row.kind}`),
        },
        { id: 'summary', title: say('documents.summary'), cell: (row) => inLanguage(say, row.summary) },
        { id: 'clauses', title: say('documents.clauses'), isNumber: true, cell: (row) => row.clauses },
      ]}
    />
  );
}
