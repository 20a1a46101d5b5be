import { Tabs } from '../design/tabs.tsx';
import type { DrawnMap } from '../territories/territory-shapes.ts';
import { useSay } from '../words/words.tsx';
import { CoverageMap, layersOf, type Coverage, type CoverageLayer } from './coverage-map.tsx';
import { ExpectedMap } from './expected-map.tsx';
import { capital, type Situation } from './home-shapes.ts';

const words: Readonly<Record<CoverageLayer, string>> = { coverage: 'convenios', compliance: 'cumplimiento' };

/** The layer that an address asks for: `?capa=convenios`. */
export function layerAsked(request: Request): CoverageLayer | null {
  const asked = new URL(request.url).searchParams.get('capa');
  return asked === words.coverage ? 'coverage' : asked === words.compliance ? 'compliance' : null;
}

/** One map with one layer at a time: what is expected by level, agreements in force, compliance by class. */
export function SituationMap({
  situation,
  map,
  coverage = null,
  layer = null,
}: {
  situation: Situation;
  map: DrawnMap | null;
  coverage?: Coverage | null;
  layer?: CoverageLayer | null;
}) {
  const say = useSay();
  const layers = coverage === null ? [] : layersOf(coverage);
  const shown = layers.find((one) => one === layer) ?? null;
  const tabs = [
    ...(situation.levels.length + layers.length > 1 ? situation.levels : []).map((one) => ({
      to: `/?nivel=${one.level}`,
      title: capital(one.name),
      isHere: shown === null && one.level === situation.level,
    })),
    ...layers.map((one) => ({
      to: `/?capa=${words[one]}`,
      title: say(`home.layer-${one}`),
      isHere: one === shown,
    })),
  ];
  return (
    <>
      {tabs.length > 1 && <Tabs label={say('home.map-layers')} tabs={tabs} />}
      {coverage !== null && shown !== null ? (
        <CoverageMap coverage={coverage} layer={shown} map={map} name={situation.territory.name} />
      ) : (
        <ExpectedMap situation={situation} map={map} />
      )}
    </>
  );
}
