import { ButtonLink } from '../design/button.tsx';
import { Table } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { addressOfIndicator, figureIn, type Indicator } from './indicator-shapes.ts';
import type { Told } from './told-figures.ts';

/** What the first source says here, period by period, with what has to be said beside it. */
export function FiguresByPeriod({
  indicator,
  told,
  name,
}: {
  indicator: Indicator;
  told: Told;
  name: string;
}) {
  const say = useSay();
  const format = useFormat();
  const rows = told.items.filter(({ crossing, state }) => crossing === '' && state !== 'not-reported');
  const notes = told.notes.map((note) => say.dynamic(`values.note.${note}`));
  if (rows.length === 0) return <p>{say('values.state.not-reported')}</p>;
  return (
    <>
      <Table
        caption={say('indicators.figures-of', { name })}
        rows={rows}
        rowKey={(row) => row.period}
        columns={[
          { id: 'period', title: say('indicators.period'), cell: (row) => row.period },
          {
            id: 'value',
            title: say('indicators.value'),
            isNumber: true,
            cell: (row) =>
              row.value === null
                ? say.dynamic(`values.state.${row.state}`)
                : figureIn(say, format, row.value, indicator),
          },
        ]}
        note={
          <>
            {told.series && `${say('indicators.source-label')}: ${told.series.source.title}. `}
            {notes.join(' ')}
          </>
        }
      />
      {told.others.length > 1 && (
        <p>
          <ButtonLink to={`${addressOfIndicator(indicator.code)}/fuentes`}>
            {say('indicators.who-compare')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
