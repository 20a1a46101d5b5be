import { Table, type Column } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import type { Work } from './actor-shapes.ts';
import { Term } from './callers.tsx';

/** What an institution does against violence, for whom, where, with what. */
export function WorkTable({ work }: { work: readonly Work[] }) {
  const say = useSay();
  if (work.length === 0) return <p>{say('actor-pages.no-work')}</p>;
  const columns: Column<Work>[] = [
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
      cell: (row) => (row.validFrom || row.validTo) && <Term from={row.validFrom} to={row.validTo} />,
    },
  ];
  return (
    <Table
      caption={say('actor-pages.work')}
      isCaptionHidden
      rows={work}
      rowKey={(row) => row.id}
      columns={withContent(columns, work)}
    />
  );
}

/** The columns in which some row says something: an empty column is no news. */
export function withContent<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Column<Row>[] {
  return columns.filter((column) => rows.some((row) => Boolean(column.cell(row))));
}

function capacityOf(work: Work, say: ReturnType<typeof useSay>): string {
  return [work.staff === null ? null : say('actor-pages.staff-count', { count: work.staff }), work.capacity]
    .filter((part) => part !== null)
    .join(' · ');
}
