import { Link } from 'react-router';
import { TerritoryMap, type Shade } from '../design/map.tsx';
import { addressOfTerritory, type DrawnMap } from '../territories/territory-shapes.ts';
import { useFormat, useSay } from '../words/words.tsx';
import type { Situation, Standing } from './home-shapes.ts';
import styles from './home.module.css';

const shades: Readonly<Record<Standing, Shade>> = {
  complete: 5,
  partly: 3,
  lacking: 1,
  unknown: 'none',
  'no-norm': 'plain',
};
const classes = [
  'complete',
  'partly',
  'lacking',
  'unknown',
  'no-norm',
] as const satisfies readonly Standing[];

/** The country by classes of what is expected: one level at a time. Places are grouped, never ranked. */
export function ExpectedMap({ situation, map }: { situation: Situation; map: DrawnMap | null }) {
  const say = useSay();
  const format = useFormat();
  const known = new Map(situation.structures.map((one) => [one.territory.reference, one]));
  const level = situation.levels.find((one) => one.level === situation.level)?.name ?? '';
  const used = classes.filter((one) => situation.structures.some(({ standing }) => standing === one));
  const saysOf = (reference: string) => {
    const one = known.get(reference);
    if (!one) return say('home.standing-no-norm');
    const words = say(`home.standing-${one.standing}`);
    return one.lacks.length > 0
      ? `${words}; ${say('home.standing-lacks', { names: format.list(one.lacks) })}`
      : words;
  };
  const shadeOf = (reference: string) => shades[known.get(reference)?.standing ?? 'no-norm'];
  const approximate = map?.layer.approximate ? say('places.approximate') : '';
  return (
    <>
      {map && (
        <TerritoryMap
          id="map-expected"
          title={say('home.map-title', { name: situation.territory.name, level })}
          width={map.width}
          height={map.height}
          areas={map.areas.map((area) => ({
            id: area.reference,
            name: area.name,
            says: saysOf(area.reference),
            path: area.path,
            shade: shadeOf(area.reference),
            isApproximate: map.layer.approximate,
            to: addressOfTerritory(area.reference),
          }))}
          legend={used.map((one) => ({ shade: shades[one], words: say(`home.standing-${one}`) }))}
          note={`${say('home.map-note')} ${approximate}`.trim()}
        />
      )}
      <details className={styles.more} open={!map}>
        <summary>{say('home.map-table')}</summary>
        <dl className={styles.classes}>
          {used.map((one) => (
            <div key={one}>
              <dt>{say(`home.standing-${one}`)}</dt>
              <dd>
                {situation.structures
                  .filter(({ standing }) => standing === one)
                  .map(({ territory }, index) => (
                    <span key={territory.reference}>
                      {index > 0 && ', '}
                      <Link to={addressOfTerritory(territory.reference)}>{territory.name}</Link>
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
