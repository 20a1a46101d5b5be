import { Link } from 'react-router';
import { call } from '../api.ts';
import { Empty } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { Table } from '../design/table.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/ended-alignments.route';
import { AlignedThing } from './aligned-to.tsx';
import { addressOfLine, titleOf } from './strategy-shapes.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const country = new URL(request.url).searchParams.get('pais') ?? undefined;
  return { ended: await call(context, 'listEndedAlignments', { country }, request) };
}

/** What is still aligned to lines that ended, with the way to each thing, until it is aligned anew. */
export default function EndedAlignmentsPage({ loaderData: { ended } }: Route.ComponentProps) {
  const say = useSay();
  return (
    <Page
      title={say('strategies.ended-title')}
      lead={say('strategies.ended-lead')}
      crumbs={[{ to: '/estrategia', title: say('strategies.title') }]}
    >
      {ended.items.length === 0 ? (
        <Empty title={say('strategies.ended-none')} />
      ) : (
        <Table
          caption={say('strategies.ended-title')}
          isCaptionHidden
          rows={ended.items}
          rowKey={(row) => `${row.id} ${row.part} ${row.line.threadId}`}
          columns={[
            {
              id: 'thing',
              title: say('strategies.ended-thing'),
              cell: (row) => <AlignedThing thing={row} />,
            },
            {
              id: 'kind',
              title: say('strategies.ended-kind'),
              cell: (row) => say.dynamic(`strategy.aligned.${row.kind}`),
            },
            {
              id: 'territory',
              title: say('strategies.ended-where'),
              cell: (row) => (
                <Link to={addressOfTerritory(row.territory.reference)}>{row.territory.name}</Link>
              ),
            },
            {
              id: 'line',
              title: say('strategies.ended-line'),
              cell: (row) => <Link to={addressOfLine(row.line.threadId)}>{titleOf(row.line)}</Link>,
            },
          ]}
        />
      )}
    </Page>
  );
}
