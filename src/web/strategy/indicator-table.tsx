import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import type { Element } from './strategy-shapes.ts';

/** The indicators of an element, with what they were at first and what is to be reached by which year. */
export function IndicatorTable({ indicators }: { indicators: Element['indicators'] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Table
      isCompared
      caption={say('strategies.indicators')}
      isCaptionHidden
      rows={indicators}
      rowKey={(row) => row.title}
      columns={[
        { id: 'title', title: say('strategies.indicator'), cell: (row) => row.title },
        { id: 'unit', title: say('strategies.unit'), cell: (row) => row.unit },
        {
          id: 'baseline',
          title: say('strategies.baseline'),
          cell: (row) =>
            row.baselineValue === null
              ? ''
              : say('strategies.baseline-of', {
                  value: format.number(row.baselineValue),
                  year: String(row.baselineYear),
                }),
        },
        {
          id: 'targets',
          title: say('strategies.targets'),
          cell: (row) =>
            row.targets
              .map(({ year, value }) =>
                say('strategies.target-of', { year: String(year), value: format.number(value) }),
              )
              .join(' · '),
        },
        {
          id: 'direction',
          title: say('strategies.direction'),
          cell: (row) => say.dynamic(`strategy.direction.${row.direction}`),
        },
        { id: 'source', title: say('strategies.measured-by'), cell: (row) => row.source },
      ]}
    />
  );
}
