import { Empty } from '../design/notice.tsx';
import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { titleIn, type Indicator } from './indicator-shapes.ts';

type Series = Indicator['series'][number];

/** Who counts an indicator: each source by itself, never mixed. */
export function ToldBy({ indicator }: { indicator: Indicator }) {
  const say = useSay();
  const format = useFormat();
  const { series } = indicator;
  if (series.length === 0)
    return (
      <Empty title={say('indicators.no-figures')}>
        <p>{say('indicators.who-none')}</p>
      </Empty>
    );
  const dimensionWord = (code: string) => {
    const found = indicator.dimensions.find(({ dimension }) => dimension === code);
    return found ? titleIn(say, found).toLowerCase() : code;
  };
  return (
    <Table
      caption={say('indicators.who')}
      isCaptionHidden
      rows={series}
      rowKey={(one) => one.id}
      columns={[
        {
          id: 'source',
          title: say('indicators.source-label'),
          cell: (one) => <Source series={one} />,
        },
        { id: 'where', title: say('indicators.of-country'), cell: (one) => one.territory.name },
        {
          id: 'period',
          title: say('indicators.series-period'),
          cell: (one) => say.dynamic(`indicators.period.${one.periodKind}`).toLowerCase(),
        },
        {
          id: 'by',
          title: say('indicators.series-by'),
          cell: (one) => format.list(one.grain.map(dimensionWord)),
        },
        { id: 'note', title: say('indicators.note'), cell: (one) => one.note },
      ]}
    />
  );
}

function Source({ series }: { series: Series }) {
  const say = useSay();
  const { source, standing } = series;
  return (
    <>
      {source.address ? <a href={source.address}>{titleIn(say, series)}</a> : titleIn(say, series)}
      <small>
        {source.publisher && ` ${source.publisher}`}
        {!source.verified && ` (${say('indicators.unverified')})`}
        {standing === 'retired' && ` (${say('indicators.standing.retired').toLowerCase()})`}
      </small>
    </>
  );
}
