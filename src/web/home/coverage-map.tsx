import { Link } from 'react-router';
import type { Answer } from '../api.ts';
import { TerritoryMap, type Shade } from '../design/map.tsx';
import { addressOfTerritory, type DrawnMap } from '../territories/territory-shapes.ts';
import { useSay } from '../words/words.tsx';
import styles from './home.module.css';

export type Coverage = Answer<'getCoverage'>;
export type CoverageLayer = 'coverage' | 'compliance';
type Place = Coverage['territories'][number];

const classes = {
  coverage: ['covered', 'uncovered'],
  compliance: ['high', 'middle', 'low', 'none-due'],
} as const;
type Class = (typeof classes)[CoverageLayer][number];

const shades: Readonly<Record<Class, Shade>> = {
  covered: 4,
  uncovered: 1,
  high: 5,
  middle: 3,
  low: 1,
  'none-due': 'none',
};

/** The layers that have something to show: one without data is absent. */
export function layersOf(coverage: Coverage): CoverageLayer[] {
  const { territories } = coverage;
  return [
    ...(territories.some((one) => one.hasAgreement) ? (['coverage'] as const) : []),
    ...(territories.some((one) => one.class !== 'none-due') ? (['compliance'] as const) : []),
  ];
}

/** Agreements in force, or compliance by class, over the territories that should have an agreement. Grouped, never ranked. */
export function CoverageMap({
  coverage,
  layer,
  map,
  name,
}: {
  coverage: Coverage;
  layer: CoverageLayer;
  map: DrawnMap | null;
  name: string;
}) {
  const say = useSay();
  const classOf = (one: Place): Class =>
    layer === 'compliance' ? one.class : one.hasAgreement ? 'covered' : 'uncovered';
  const known = new Map(coverage.territories.map((one) => [one.territory.reference, classOf(one)]));
  const used = classes[layer].filter((one) => [...known.values()].includes(one));
  const approximate = map?.layer.approximate ? say('places.approximate') : '';
  return (
    <>
      {map && (
        <TerritoryMap
          id={`map-${layer}`}
          title={say(`home.layer-${layer}-title`, { name })}
          width={map.width}
          height={map.height}
          areas={map.areas.map((area) => {
            const its = known.get(area.reference) ?? 'none-due';
            return {
              id: area.reference,
              name: area.name,
              says: say(`home.class-${its}`),
              path: area.path,
              shade: shades[its],
              isApproximate: map.layer.approximate,
              to: addressOfTerritory(area.reference),
            };
          })}
          legend={used.map((one) => ({ shade: shades[one], words: say(`home.class-${one}`) }))}
          note={`${say('home.layer-note')} ${approximate}`.trim()}
        />
      )}
      <details className={styles.more} open={!map}>
        <summary>{say('home.map-table')}</summary>
        <dl className={styles.classes}>
          {used.map((one) => (
            <div key={one}>
              <dt>{say(`home.class-${one}`)}</dt>
              <dd>
                <Names places={coverage.territories.filter((place) => classOf(place) === one)} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function Names({ places }: { places: readonly Place[] }) {
  return places.map(({ territory }, index) => (
    <span key={territory.reference}>
      {index > 0 && ', '}
      <Link to={addressOfTerritory(territory.reference)}>{territory.name}</Link>
    </span>
  ));
}
