import { Link } from 'react-router';
import { call } from '../api.ts';
import { Moment } from '../design/date-words.tsx';
import { Empty } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { PageLinks } from './page-links.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/unreached.route';

export async function loader({ context, request }: Route.LoaderArgs) {
  const page = Number(new URL(request.url).searchParams.get('pagina')) || 1;
  return { page, ...(await call(context, 'listUnreached', { page }, request)) };
}

/** Who could not be told by mail, and why: whoever coordinates calls them. */
export default function Unreached({
  loaderData: { items, people, reminders, page, next },
}: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={say('inbox.unreached.title')}
      lead={say('inbox.unreached.lead')}
      crumbs={[{ to: '/pendientes', title: say('inbox.title') }]}
      state={people > 0 && <span>{say('inbox.unreached.first-screen', { people, reminders })}</span>}
    >
      {items.length === 0 ? (
        <Empty title={say('inbox.unreached.none')}>
          <p>{say('inbox.unreached.none-lead')}</p>
        </Empty>
      ) : (
        <Table
          caption={say('inbox.unreached.title')}
          isCaptionHidden
          rows={items}
          rowKey={(row) => row.accountId}
          columns={[
            {
              id: 'who',
              title: say('inbox.unreached.who'),
              cell: (row) => <Link to={`/administracion/cuentas/${row.accountId}`}>{row.name}</Link>,
            },
            { id: 'where', title: say('inbox.place'), cell: (row) => row.territory.name },
            {
              id: 'why',
              title: say('inbox.unreached.why'),
              cell: (row) => (
                <>
                  {say(`inbox.unreached.reason.${row.reason}`)}
                  {row.detail !== null && <small> ({row.detail})</small>}
                </>
              ),
            },
            {
              id: 'reminders',
              title: say('inbox.unreached.reminders'),
              isNumber: true,
              cell: (row) => String(row.reminders),
            },
            { id: 'when', title: say('inbox.unreached.when'), cell: (row) => <Moment instant={row.at} /> },
          ]}
        />
      )}
      <PageLinks path="/pendientes/sin-avisar" page={page} next={next} size={200} />
    </Page>
  );
}
