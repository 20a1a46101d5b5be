import { Fragment } from 'react';
import { Table, type Column, type Download } from '../design/table.tsx';
import { useSay } from '../words/words.tsx';
import type { Exploration } from './analysis-shapes.ts';
import { ToldNotes } from './told-notes.tsx';
import { useFigureWords } from './use-figure-words.ts';
import { usePeriod } from '../words/use-period.ts';

type Row = Exploration['rows'][number];
type Told = Exploration['told'][number];

/** Figures laid out as asked, each with its interval below it. */
export function ExplorerTable({
  exploration,
  downloads,
}: {
  exploration: Exploration;
  downloads: readonly Download[];
}) {
  const say = useSay();
  const period = usePeriod();
  const titleOf = (axis: string, title: string) =>
    axis === 'period' ? period(title) : title === '' ? say('analysis.everybody') : title;
  const columns: Column<Row>[] = [
    ...exploration.by.map((axis, index) => ({
      id: axis,
      title: say(`analysis.axis.${axis}`),
      cell: (row: Row) => titleOf(axis, row.heads[index]?.title ?? ''),
    })),
    ...exploration.columns.map(({ key, title }, index) => ({
      id: `column ${key}`,
      title: titleOf(exploration.across, title),
      isNumber: true,
      cell: (row: Row) => <Cell told={toldOf(exploration, row, key)} figure={row.cells[index] ?? null} />,
    })),
  ];
  return (
    <>
      <Table
        isCompared
        caption={exploration.told
          .map(({ indicator }) => `${indicator.title} (${indicator.unit})`)
          .join(' · ')}
        rows={exploration.rows}
        rowKey={(row) => row.key}
        columns={columns}
        downloads={downloads}
      />
      {exploration.told.map((told) => (
        <ToldNotes key={told.indicator.code} beside={told} />
      ))}
    </>
  );
}

/** The indicator of a cell: named by its row, by its column, or the only one. */
function toldOf({ across, told }: Exploration, row: Row, column: string): Told | undefined {
  const named = row.heads.find(({ axis }) => axis === 'indicator')?.key;
  const code = across === 'indicator' ? column : named;
  return told.find(({ indicator }) => indicator.code === code) ?? told[0];
}

function Cell({ told, figure }: { told: Told | undefined; figure: Row['cells'][number] }) {
  return told && figure ? <Figure told={told} figure={figure} /> : null;
}

function Figure({ told, figure }: { told: Told; figure: NonNullable<Row['cells'][number]> }) {
  const say = useSay();
  const words = useFigureWords(told);
  const asides = [
    words.interval(figure),
    words.reported(figure),
    figure.heldAt ? say('analysis.held-at', { name: figure.heldAt.name }) : '',
  ].filter((aside) => aside !== '');
  return (
    <>
      {words.value(figure)}
      {asides.map((aside) => (
        <Fragment key={aside}>
          <br />
          <small>{aside}</small>
        </Fragment>
      ))}
    </>
  );
}
