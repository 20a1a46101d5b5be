import { classOf, classOrder, shadeOfClass } from '#domain/analysis/area-class.ts';
import { TerritoryMap } from '../design/map.tsx';
import { addressOfTerritory, type DrawnMap } from '../territories/territory-shapes.ts';
import { useSay } from '../words/words.tsx';
import type { Comparison } from './analysis-shapes.ts';
import { useClassWords } from './use-class-words.ts';
import { useFigureWords } from './use-figure-words.ts';
import { usePictureLines } from './use-picture-lines.ts';

/** Territories by class: where each stands to the whole, or within what bounds its figure lies. Hatched where there is none. */
export function ClassMap({
  comparison,
  map,
  here,
}: {
  comparison: Comparison;
  map: DrawnMap;
  here?: string | undefined;
}) {
  const say = useSay();
  const classWords = useClassWords(comparison);
  const words = useFigureWords(comparison);
  const lines = usePictureLines(comparison);
  const known = new Map(comparison.areas.map((area) => [area.territory.reference, area]));
  const used = classOrder.filter((one) =>
    map.areas.some(({ reference }) => {
      const its = known.get(reference);
      return its !== undefined && classOf(its) === one;
    }),
  );
  const approximate = map.layer.approximate ? say('places.approximate') : '';
  const { indicator, within } = comparison;
  return (
    <TerritoryMap
      id={`map-${indicator.code}-${within.reference}`.replaceAll(/[^\w-]/g, '-')}
      title={say('analysis.map.title', { title: indicator.title, name: within.name })}
      width={map.width}
      height={map.height}
      areas={map.areas.map((area) => {
        const its = known.get(area.reference);
        return {
          id: area.reference,
          name: area.name,
          says: its ? `${words.value(its)} · ${classWords(classOf(its))}` : say('values.state.not-reported'),
          path: area.path,
          shade: (its && shadeOfClass[classOf(its)]) ?? 'none',
          isApproximate: map.layer.approximate,
          isHere: area.reference === here,
          to: addressOfTerritory(area.reference),
        };
      })}
      legend={used.map((one) => ({ shade: shadeOfClass[one] ?? 'none', words: classWords(one) }))}
      note={`${say('analysis.map.note')} ${approximate}`.trim()}
      picture={{ lines, name: `${indicator.code} ${within.reference}` }}
    />
  );
}
