import type { Comparison } from '../analysis/analysis-shapes.ts';
import { BesideTheWhole } from '../analysis/beside-the-whole.tsx';
import type { ReportCycle } from '../analysis/load-layers.ts';
import { ReportingMap } from '../analysis/reporting-map.tsx';
import { Tabs } from '../design/tabs.tsx';
import type { DrawnMap } from '../territories/territory-shapes.ts';
import { useSay } from '../words/words.tsx';
import { CoverageMap, layersOf, type Coverage, type CoverageLayer } from './coverage-map.tsx';
import { ExpectedMap } from './expected-map.tsx';
import { capital, type Situation } from './home-shapes.ts';

export type MapLayer = CoverageLayer | 'figures' | 'reporting';

const words: Readonly<Record<MapLayer, string>> = {
  coverage: 'convenios',
  compliance: 'cumplimiento',
  figures: 'cifras',
  reporting: 'reportes',
};
const order = ['coverage', 'compliance', 'figures', 'reporting'] as const satisfies readonly MapLayer[];

/** The layer that an address asks for: `?capa=convenios`. */
export function layerAsked(request: Request): MapLayer | null {
  const asked = new URL(request.url).searchParams.get('capa');
  return order.find((layer) => words[layer] === asked) ?? null;
}

/** What the layers of figures and of reports show, as far as there is any. */
export type FigureLayers = { readonly figures: Comparison | null; readonly reporting: ReportCycle | null };

const noLayers: FigureLayers = { figures: null, reporting: null };

/** One map with one layer at a time: what is expected by level, agreements in force, compliance, figures and reports by class. */
export function SituationMap({
  situation,
  map,
  coverage = null,
  layer = null,
  told = noLayers,
}: {
  situation: Situation;
  map: DrawnMap | null;
  coverage?: Coverage | null;
  layer?: MapLayer | null;
  told?: FigureLayers;
}) {
  const say = useSay();
  const layers: MapLayer[] = [
    ...(coverage === null ? [] : layersOf(coverage)),
    ...(told.figures === null ? [] : (['figures'] as const)),
    ...(told.reporting === null ? [] : (['reporting'] as const)),
  ];
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
      <ShownLayer {...{ situation, map, coverage, told }} layer={shown} />
    </>
  );
}

function ShownLayer({
  situation,
  map,
  coverage,
  told,
  layer,
}: {
  situation: Situation;
  map: DrawnMap | null;
  coverage: Coverage | null;
  told: FigureLayers;
  layer: MapLayer | null;
}) {
  const { name } = situation.territory;
  if (layer === 'figures' && told.figures) return <BesideTheWhole comparison={told.figures} map={map} />;
  if (layer === 'reporting' && told.reporting)
    return <ReportingMap cycle={told.reporting} map={map} name={name} />;
  if ((layer === 'coverage' || layer === 'compliance') && coverage !== null)
    return <CoverageMap coverage={coverage} layer={layer} map={map} name={name} />;
  return <ExpectedMap situation={situation} map={map} />;
}
