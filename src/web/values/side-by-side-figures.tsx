import { Empty, Notice } from '../design/notice.tsx';
import { Table } from '../design/table.tsx';
import { usePeriod } from '../words/use-period.ts';
import { useFormat, useSay } from '../words/words.tsx';
import { useFigure } from './use-figure.ts';
import type { Comparison } from './value-shapes.ts';

/** Two sources by territory and period: each figure as it was told, and the difference in words. */
export function SideBySideFigures({ comparison }: { comparison: Comparison }) {
  const say = useSay();
  if (comparison.rows.length === 0)
    return (
      <Empty title={say('figures.nothing-to-compare')}>
        <p>{say('figures.nothing-to-compare-lead')}</p>
      </Empty>
    );
  const both = comparison.rows.filter(isToldByBoth);
  const others = comparison.rows.filter((row) => !isToldByBoth(row));
  return (
    <>
      {comparison.why.length > 0 && (
        <Notice title={say('figures.why')}>
          <ul>
            {comparison.why.map((reason) => (
              <li key={reason}>{say.dynamic(`values.why.${reason}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {both.length > 0 && <Figures comparison={comparison} rows={both} />}
      {others.length > 0 && (
        <details open={both.length === 0}>
          <summary>{say('figures.told-by-one', { count: others.length })}</summary>
          <Figures comparison={comparison} rows={others} />
        </details>
      )}
    </>
  );
}

type Row = Comparison['rows'][number];

function isToldByBoth({ differing }: Row): boolean {
  return differing !== 'only-first' && differing !== 'only-second' && differing !== 'neither';
}

function Figures({ comparison, rows }: { comparison: Comparison; rows: readonly Row[] }) {
  const say = useSay();
  const period = usePeriod();
  const format = useFormat();
  const figure = useFigure(comparison.indicator.decimals);
  const isOnePlace = new Set(comparison.rows.map((row) => row.territory.reference)).size === 1;
  return (
    <Table
      caption={say('figures.side-by-side-of', { unit: comparison.indicator.unit })}
      rows={rows}
      rowKey={(row) => `${row.territory.reference} ${row.period}`}
      columns={[
        { id: 'period', title: say('figures.period'), cell: (row) => period(row.period) },
        ...(isOnePlace
          ? []
          : [
              {
                id: 'where',
                title: say('figures.where'),
                cell: (row: Row) => row.territory.name,
              },
            ]),
        {
          id: 'first',
          title: say('figures.first'),
          isNumber: true,
          cell: (row) => figure(row.first),
        },
        {
          id: 'second',
          title: say('figures.second'),
          isNumber: true,
          cell: (row) => figure(row.second),
        },
        {
          id: 'difference',
          title: say('figures.difference'),
          isNumber: true,
          cell: (row) =>
            row.difference === null ? '' : format.number(row.difference, comparison.indicator.decimals),
        },
        {
          id: 'words',
          title: say('figures.in-words'),
          cell: (row) =>
            row.percent === null || row.differing === 'same'
              ? say.dynamic(`values.differing.${row.differing}`)
              : say('figures.differs-by', {
                  how: say.dynamic(`values.differing.${row.differing}`),
                  percent: format.percent(row.percent / 100, 1),
                }),
        },
      ]}
      note={comparison.notes.map((note) => say.dynamic(`values.note.${note}`)).join(' ')}
    />
  );
}
