import { Table } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import type { Work } from './actor-shapes.ts';
import { Term } from './callers.tsx';

/** What an institution does against violence, for whom, where, with what. */
export function WorkTable({ work }: { work: readonly Work[] }) {
  const say = useSay();
  if (work.length === 0) return <p>{say('actor-pages.no-work')}</p>;
  return (
    <Table
      caption={say('actor-pages.work')}
      isCaptionHidden
      rows={work}
      rowKey={(row) => row.id}
      columns={[
        {
          id: 'function',
          title: say('actor-pages.function'),
          cell: (row) => say.dynamic(`actors.function.${row.function}`),
        },
        { id: 'what', title: say('actor-pages.description'), cell: (row) => row.description },
        { id: 'whom', title: say('actor-pages.target'), cell: (row) => row.targetGroup },
        { id: 'where', title: say('actor-pages.territory'), cell: (row) => row.territory.name },
        { id: 'with', title: say('actor-pages.capacity'), cell: (row) => capacityOf(row, say) },
        {
          id: 'when',
          title: say('actor-pages.term'),
          cell: (row) => <Term from={row.validFrom} to={row.validTo} />,
        },
      ]}
    />
  );
}

function capacityOf(work: Work, say: ReturnType<typeof useSay>): string {
  return [work.staff === null ? null : say('actor-pages.staff-count', { count: work.staff }), work.capacity]
    .filter((part) => part !== null)
    .join(' · ');
}
