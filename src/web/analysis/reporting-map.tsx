import { Link } from 'react-router';
import { TerritoryMap, type Shade } from '../design/map.tsx';
import { addressOfTerritory, type DrawnMap } from '../territories/territory-shapes.ts';
import { useSay } from '../words/words.tsx';
import styles from './charts.module.css';
import type { ReportCycle } from './load-layers.ts';

const shades = {
  final: 5,
  sent: 4,
  returned: 3,
  waiting: 2,
  late: 1,
  'not-asked': 'plain',
} as const satisfies Record<string, Shade>;
type Group = keyof typeof shades;
type Report = ReportCycle['reports'][number];

const order = [
  'late',
  'returned',
  'waiting',
  'sent',
  'final',
  'not-asked',
] as const satisfies readonly Group[];

function groupOf({ daysLate, standing }: Report): Group {
  if (standing === 'final') return 'final';
  if (standing === 'sent' || standing === 'approved') return 'sent';
  if (daysLate > 0) return 'late';
  return standing === 'returned' || standing === 'reopened' ? 'returned' : 'waiting';
}

/** How far each territory is with the reports of a cycle: who has sent, who is late. In groups, not in order. */
export function ReportingMap({
  cycle,
  map,
  name,
}: {
  cycle: ReportCycle;
  map: DrawnMap | null;
  name: string;
}) {
  const say = useSay();
  const known = new Map(cycle.reports.map((report) => [report.territory.reference, groupOf(report)]));
  const drawn = (map?.areas ?? []).map(({ reference }) => known.get(reference) ?? 'not-asked');
  const groups = order.filter((group) => drawn.includes(group) || [...known.values()].includes(group));
  return (
    <>
      <p className={styles.prose}>
        <Link to={`/ciclos/${cycle.id}`}>{cycle.title}</Link>{' '}
        {say('analysis.reporting.sum', {
          sent: cycle.completeness.sent,
          expected: cycle.completeness.expected,
        })}
      </p>
      {map && (
        <TerritoryMap
          id="map-reporting"
          title={say('analysis.reporting.title', { name })}
          width={map.width}
          height={map.height}
          areas={map.areas.map((area) => {
            const group = known.get(area.reference) ?? 'not-asked';
            return {
              id: area.reference,
              name: area.name,
              says: say(`analysis.reporting.group.${group}`),
              path: area.path,
              shade: shades[group],
              isApproximate: map.layer.approximate,
              to: addressOfTerritory(area.reference),
            };
          })}
          legend={groups.map((group) => ({
            shade: shades[group],
            words: say(`analysis.reporting.group.${group}`),
          }))}
          note={map.layer.approximate ? say('places.approximate') : ''}
        />
      )}
      <details className={styles.more} open={!map}>
        <summary>{say('analysis.as-groups')}</summary>
        <dl className={styles.classes}>
          {groups
            .filter((group) => group !== 'not-asked')
            .map((group) => (
              <div key={group}>
                <dt>{say(`analysis.reporting.group.${group}`)}</dt>
                <dd>
                  {cycle.reports
                    .filter((report) => groupOf(report) === group)
                    .map((report, index) => (
                      <span key={report.id}>
                        {index > 0 && ', '}
                        <Link to={`/reportes/${report.id}`}>{report.territory.name}</Link>
                      </span>
                    ))}
                </dd>
              </div>
            ))}
        </dl>
      </details>
    </>
  );
}
