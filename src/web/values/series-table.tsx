import { Link } from 'react-router';
import { Day } from '../design/date-words.tsx';
import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { addressOfSeries, type SeriesLine } from './value-shapes.ts';

/** Sources in lines, the one that is shown first on top. */
export function SeriesTable({ items }: { items: readonly SeriesLine[] }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Table
      caption={say('figures.series')}
      isCaptionHidden
      rows={items}
      rowKey={(one) => one.id}
      columns={[
        {
          id: 'title',
          title: say('figures.what'),
          cell: (one) => <Link to={addressOfSeries(one.id)}>{one.title}</Link>,
        },
        { id: 'source', title: say('figures.source'), cell: (one) => <Source line={one} /> },
        { id: 'where', title: say('figures.where'), cell: (one) => one.territory.name },
        {
          id: 'how',
          title: say('figures.how'),
          cell: (one) =>
            format.list([
              say.dynamic(`indicators.period.${one.periodKind}`),
              one.levelTitle ?? say.dynamic(`figures.level.${Math.min(one.level, 4)}`),
              ...one.grain,
            ]),
        },
        {
          id: 'fresh',
          title: say('figures.cutoff'),
          cell: (one) => (
            <>
              {one.cutoffOn ? <Day day={one.cutoffOn} /> : say('figures.cutoff-unknown')}
              {one.isProvisional && ` (${say('figures.status.provisional').toLowerCase()})`}
            </>
          ),
        },
      ]}
    />
  );
}

function Source({ line: { source } }: { line: SeriesLine }) {
  const say = useSay();
  return (
    <>
      {source.address ? <a href={source.address}>{source.title}</a> : source.title}
      {!source.verified && ` (${say('figures.unverified')})`}
    </>
  );
}
