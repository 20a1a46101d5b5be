import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Compliance } from './compliance-shapes.ts';

/** Whose late prerequisites cost others days, in order of name. */
export function Holders({ holders }: { holders: Compliance['holders'] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Table
      caption={say('compliance.holders')}
      isCaptionHidden
      rows={holders}
      rowKey={(row) => row.id}
      columns={[
        { id: 'party', title: say('compliance.party'), cell: (row) => row.name },
        {
          id: 'days',
          title: say('compliance.column.days-lost'),
          isNumber: true,
          cell: (row) => format.number(row.days),
        },
        {
          id: 'count',
          title: say('compliance.dates-held'),
          isNumber: true,
          cell: (row) => format.number(row.count),
        },
      ]}
    />
  );
}
