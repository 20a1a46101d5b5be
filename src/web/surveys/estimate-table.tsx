import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Survey } from './survey-body.ts';

/** Estimates with their intervals; where a source publishes none, that is said. */
export function EstimateTable({ estimates }: { estimates: Survey['estimates'] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Table
      caption={say('surveys.estimates')}
      isCaptionHidden
      rows={estimates}
      rowKey={(row) => `${row.indicator} ${row.territory.reference} ${row.group} ${row.period}`}
      columns={[
        {
          id: 'indicator',
          title: say('surveys.column.indicator'),
          cell: (row) => `${row.title} (${row.unit})`,
        },
        {
          id: 'place',
          title: say('surveys.column.place'),
          cell: ({ territory: { kindName, name } }) => `${name} (${kindName})`,
        },
        {
          id: 'group',
          title: say('surveys.column.group'),
          cell: (row) => row.groupTitle || say('surveys.everybody'),
        },
        { id: 'year', title: say('surveys.column.year'), cell: (row) => row.period },
        {
          id: 'value',
          title: say('surveys.column.value'),
          isNumber: true,
          cell: (row) => format.number(row.value, Math.max(1, row.decimals)),
        },
        {
          id: 'interval',
          title: say('surveys.column.interval'),
          cell: (row) =>
            row.low === null || row.high === null
              ? say('surveys.no-interval')
              : `${format.number(row.low, 1)} – ${format.number(row.high, 1)}`,
        },
        {
          id: 'answers',
          title: say('surveys.column.answers'),
          isNumber: true,
          cell: (row) => (row.answers === null ? '—' : format.number(row.answers)),
        },
      ]}
      note={say('surveys.estimates-note')}
    />
  );
}
