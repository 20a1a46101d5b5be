import { Form, Link, redirect } from 'react-router';
import { address, attempt, call, keyOf, pageOfRequest, refusedForm, textOf, type Answer } from '../api.ts';
import { Button } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Empty } from '../design/notice.tsx';
import { Page, Section } from '../design/page.tsx';
import { Pagination, Table } from '../design/table.tsx';
import { mayAny } from '../shell/frame.ts';
import { useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/reports.route';
import { reportChoices } from './report-choices.ts';
import { ReportFields } from './report-fields.tsx';
import { askedOf, quarterWords } from './report-shapes.ts';
import styles from './reports.module.css';

export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const wanted = query.get('territorio');
  const after = query.get('despues') ?? undefined;
  const mayOrder = mayAny(pageOfRequest(context).visitor, ['review-figures']);
  const [choices, kept, orders] = await Promise.all([
    reportChoices(context, request, wanted),
    call(context, 'listBulletins', { territory: wanted ?? undefined, after, limit: 20 }, request),
    mayOrder ? call(context, 'listBulletinSchedules', {}, request) : { items: [] },
  ]);
  const items = kept.items.map((item) => ({
    ...item,
    pdf: address(context, 'getBulletin', { bulletin: item.id, format: 'pdf' }),
    docx: address(context, 'getBulletin', { bulletin: item.id, format: 'docx' }),
  }));
  return {
    choices,
    items,
    next: kept.next,
    orders: orders.items,
    mayOrder,
    asked: askedOf(query, choices.place.reference),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const done = await attempt(
    context,
    'endBulletinSchedule',
    { schedule: textOf(form, 'schedule') },
    keyOf(form),
  );
  return done.ok ? redirect('/informes') : refusedForm(done.refused, form);
}

/** Reports: make one, and those that were kept. */
export default function ReportsPage({ loaderData }: Route.ComponentProps) {
  const { choices, items, next, orders, mayOrder, asked } = loaderData;
  const say = useSay();
  return (
    <Page title={say('reports.title')} lead={say('reports.lead')}>
      <Section title={say('reports.make')}>
        <p>{say('reports.make-lead')}</p>
        <Form method="get" action="/informes/borrador" className={styles.filters}>
          <ReportFields
            asked={asked}
            territories={choices.territories}
            organisations={choices.organisations}
          />
          <Button>{say('reports.see')}</Button>
        </Form>
      </Section>
      <Section title={say('reports.kept')}>
        {items.length === 0 ? (
          <Empty title={say('reports.kept-none')}>
            <p>{say('reports.kept-none-lead')}</p>
          </Empty>
        ) : (
          <KeptTable items={items} />
        )}
        <Pagination next={next} count={items.length} />
      </Section>
      {mayOrder && <Orders orders={orders} />}
    </Page>
  );
}

type Line = Answer<'listBulletins'>['items'][number] & { readonly pdf: string; readonly docx: string };

function KeptTable({ items }: { items: readonly Line[] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Table
      caption={say('reports.kept')}
      isCaptionHidden
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'report',
          title: say('reports.column.report'),
          cell: (row) => <Link to={`/informes/${row.id}`}>{row.title}</Link>,
        },
        {
          id: 'quarter',
          title: say('reports.column.quarter'),
          cell: (row) => quarterWords(say, row.quarter),
        },
        {
          id: 'audience',
          title: say('reports.column.audience'),
          cell: (row) => say(`reports.audience.${row.audience}`),
        },
        {
          id: 'made',
          title: say('reports.column.made'),
          cell: (row) =>
            `${format.day(format.dayOf(row.madeAt))}${row.isScheduled ? ` (${say('reports.by-schedule')})` : ''}`,
        },
        {
          id: 'files',
          title: say('reports.column.files'),
          cell: (row) => <Files title={row.title} pdf={row.pdf} docx={row.docx} />,
        },
      ]}
    />
  );
}

/** A report's two files. */
function Files({ title, pdf, docx }: { title: string; pdf: string; docx: string }) {
  return (
    <span className={styles.files}>
      <a href={pdf} download aria-label={`PDF: ${title}`}>
        PDF
      </a>
      <a href={docx} download aria-label={`DOCX: ${title}`}>
        DOCX
      </a>
    </span>
  );
}

function Orders({ orders }: { orders: Answer<'listBulletinSchedules'>['items'] }) {
  const say = useSay();
  return (
    <Section title={say('reports.schedules')}>
      <p>{say('reports.schedules-lead')}</p>
      {orders.length === 0 && <p>{say('reports.schedules-none')}</p>}
      <ul className={styles.orders}>
        {orders.map((order) => (
          <li key={order.id}>
            <p>
              {say('reports.schedule-line', { title: order.title, days: order.daysAfter })} ·{' '}
              {say(`reports.audience.${order.audience}`)}
            </p>
            <DataForm name={`end-${order.id}`}>
              <input type="hidden" name="schedule" value={order.id} />
              <Button look="quiet" aria-label={say('reports.unschedule-of', { title: order.title })}>
                {say('reports.unschedule')}
              </Button>
            </DataForm>
          </li>
        ))}
      </ul>
    </Section>
  );
}
