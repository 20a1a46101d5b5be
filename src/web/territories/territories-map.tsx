import { TerritoryMap } from '../design/map.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { addressOfTerritory, type DrawnMap } from './territory-shapes.ts';

/** The map of what lies within a territory; every area leads to its page. It says when areas are approximate. */
export function PlacesMap({
  map,
  title,
  says,
}: {
  map: DrawnMap;
  title: string;
  says?: ReadonlyMap<string, string>;
}) {
  const say = useSay();
  const format = useFormat();
  const source = map.layer.approximate
    ? say('places.approximate')
    : say('places.layer-source', { title: map.layer.title });
  const without =
    map.withoutShape.length > 0
      ? ` ${say('places.without-shape', { names: format.list(map.withoutShape.map((one) => one.name)) })}`
      : '';
  return (
    <TerritoryMap
      id={`map-${map.reference}`}
      title={title}
      width={map.width}
      height={map.height}
      areas={map.areas.map((area) => ({
        id: area.reference,
        name: area.name,
        path: area.path,
        shade: 'plain',
        isApproximate: map.layer.approximate,
        ...(hasRoomFor(area.name, area.path) && { labelAt: area.at }),
        to: addressOfTerritory(area.reference),
        ...(says?.has(area.reference) ? { says: says.get(area.reference) ?? '' } : {}),
      }))}
      note={`${source}${without}`}
    />
  );
}

// Roughly the width of one letter on the map, in its own units.
const letterWidth = 7.5;

/** Whether a name fits into its area. */
function hasRoomFor(name: string, path: string): boolean {
  const numbers = path.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? [];
  const across = numbers.filter((_number, index) => index % 2 === 0);
  const down = numbers.filter((_number, index) => index % 2 === 1);
  const width = Math.max(...across) - Math.min(...across);
  const height = Math.max(...down) - Math.min(...down);
  return width > name.length * letterWidth && height > 24;
}
