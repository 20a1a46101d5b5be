import { Link } from 'react-router';
import { classOf, classOrder } from '#domain/analysis/area-class.ts';
import { Table, type Column } from '../design/table.tsx';
import { addressOfTerritory } from '../territories/territory-shapes.ts';
import { useFormat, useSay } from '../words/words.tsx';
import type { ComparedArea, Comparison } from './analysis-shapes.ts';
import styles from './charts.module.css';
import { useClassWords } from './use-class-words.ts';
import { useFigureWords } from './use-figure-words.ts';

/** Territories grouped by class, within each in the order of their numbers: no table of who is first. */
export function ClassTable({ comparison }: { comparison: Comparison }) {
  const say = useSay();
  const classWords = useClassWords(comparison);
  const columns = useColumns(comparison);
  const groups = classOrder
    .map((one) => ({ one, areas: comparison.areas.filter((area) => classOf(area) === one) }))
    .filter(({ areas }) => areas.length > 0);
  return (
    <div className={styles.classes}>
      {groups.map(({ areas, one }) => (
        <div key={one}>
          <h3>
            {classWords(one)} ({say('analysis.territories', { count: areas.length })})
          </h3>
          <Table
            isCompared
            caption={classWords(one)}
            isCaptionHidden
            rows={areas}
            rowKey={(area) => area.territory.reference}
            columns={columns.filter(({ isIn }) => areas.some((area) => isIn(area)))}
          />
        </div>
      ))}
    </div>
  );
}

type AreaColumn = Column<ComparedArea> & { readonly isIn: (area: ComparedArea) => boolean };

// From here on a closer look is due.
const closerLook = 0.8;

function useColumns(comparison: Comparison): AreaColumn[] {
  const say = useSay();
  const format = useFormat();
  const words = useFigureWords(comparison);
  return [
    {
      id: 'territory',
      title: say('analysis.axis.territory'),
      isIn: () => true,
      cell: ({ heldAt, territory }) => (
        <>
          <Link to={addressOfTerritory(territory.reference)}>{territory.name}</Link>
          {heldAt && <small> {say('analysis.held-at', { name: heldAt.name })}</small>}
        </>
      ),
    },
    {
      id: 'value',
      title: comparison.indicator.unit,
      isNumber: true,
      isIn: () => true,
      cell: (area) => words.value(area),
    },
    {
      id: 'interval',
      title: say('analysis.column.interval'),
      isNumber: true,
      isIn: ({ interval }) => interval !== null,
      cell: (area) => words.interval(area),
    },
    {
      id: 'events',
      title: say('analysis.column.events'),
      isNumber: true,
      isIn: ({ expected }) => expected !== null,
      cell: ({ events, expected }) =>
        events === null || expected === null
          ? ''
          : say('analysis.events-expected', {
              events: format.number(events),
              expected: format.number(expected, expected < 10 ? 1 : 0),
            }),
    },
    {
      id: 'smoothed',
      title: say('analysis.column.smoothed'),
      isNumber: true,
      isIn: ({ smoothed }) => smoothed !== null,
      cell: ({ smoothed }) => (smoothed === null ? '' : words.number(smoothed.value)),
    },
    {
      id: 'local',
      title: say('analysis.column.local'),
      isNumber: true,
      isIn: ({ local }) => local !== null,
      cell: ({ local }) =>
        local === null ? (
          ''
        ) : (
          <>
            {words.number(local.value)}
            {local.basis === 'all-areas' && <small> {say('analysis.no-neighbours')}</small>}
          </>
        ),
    },
    {
      id: 'exceedance',
      title: say('analysis.column.exceedance'),
      isIn: ({ exceedance }) => exceedance !== null,
      cell: ({ exceedance }) =>
        exceedance === null
          ? ''
          : say(exceedance >= closerLook ? 'analysis.look-closer' : 'analysis.probability', {
              // Nothing is certain.
              share: format.percent(Math.min(0.99, Math.max(0.01, exceedance))),
            }),
    },
  ];
}
