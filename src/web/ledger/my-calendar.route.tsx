import { data } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { DataForm } from '../design/form.tsx';
import { Empty, Notice } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Route } from './+types/my-calendar.route';

export async function loader({ context, request }: Route.LoaderArgs) {
  return call(context, 'listCalendarFeeds', {}, request);
}

/** The address is answered to whoever made it, on this one page; it is kept nowhere. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  if (textOf(form, 'deed') === 'close') {
    const closed = await attempt(context, 'revokeCalendarFeed', { feedId: textOf(form, 'id') }, keyOf(form));
    return closed.ok ? data({ address: null }) : refusedForm(closed.refused, form);
  }
  const made = await attempt(context, 'createCalendarFeed', { body: {} }, keyOf(form));
  return made.ok ? data({ address: made.answer.address }) : refusedForm(made.refused, form);
}

export default function MyCalendarPage({ loaderData: { items }, actionData }: Route.ComponentProps) {
  const say = useSay();
  const format = useFormat();
  const address = actionData && 'address' in actionData ? actionData.address : null;
  return (
    <Page
      title={say('ledger.feeds')}
      lead={say('ledger.feeds-lead')}
      crumbs={[{ to: '/seguimiento', title: say('ledger.title') }]}
    >
      {address !== null && (
        <Notice kind="done" title={say('ledger.feed-made')}>
          <p>
            <code>{address}</code>
          </p>
        </Notice>
      )}
      {items.length === 0 ? (
        <Empty title={say('ledger.feeds-none')} />
      ) : (
        <Table
          caption={say('ledger.feeds')}
          isCaptionHidden
          rows={items}
          rowKey={(row) => row.id}
          columns={[
            { id: 'made', title: say('ledger.feed-created'), cell: (row) => format.moment(row.createdAt) },
            {
              id: 'read',
              title: say('ledger.feed-read'),
              cell: (row) =>
                row.lastReadAt === null ? say('ledger.feed-never') : format.moment(row.lastReadAt),
            },
            {
              id: 'close',
              title: say('ledger.feed-close'),
              cell: (row) => (
                <DataForm name={`close-${row.id}`}>
                  <input type="hidden" name="deed" value="close" />
                  <input type="hidden" name="id" value={row.id} />
                  <Button look="quiet">{say('ledger.feed-close')}</Button>
                </DataForm>
              ),
            },
          ]}
        />
      )}
      <DataForm name="make">
        <input type="hidden" name="deed" value="make" />
        <Button look="plain" icon="calendar">
          {say('ledger.feed-make')}
        </Button>
      </DataForm>
    </Page>
  );
}
