import { Link } from 'react-router';
import { call } from '../api.ts';
import { Moment } from '../design/date-words.tsx';
import { Empty } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/unreached.route';

export async function loader({ context, request }: Route.LoaderArgs) {
  return call(context, 'listUnreached', {}, request);
}

/** Who could not be told by mail, and why: whoever coordinates calls them. */
export default function Unreached({ loaderData: { items } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={say('inbox.unreached.title')}
      lead={say('inbox.unreached.lead')}
      crumbs={[{ to: '/pendientes', title: say('inbox.title') }]}
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
            { id: 'when', title: say('inbox.unreached.when'), cell: (row) => <Moment instant={row.at} /> },
          ]}
        />
      )}
    </Page>
  );
}
