import { ButtonLink, Buttons } from '../design/button.tsx';
import { useSay } from '../words/words.tsx';
import { addressOfExplorer } from './analysis-shapes.ts';
import { BesideTheWhole } from './beside-the-whole.tsx';
import type { FiguresOfPage } from './load-figures-here.ts';
import { OwnPast } from './own-past.tsx';

/** What is told of one indicator here: its own past with targets, its parts by class on a map, and the ways on. */
export function FiguresHere({
  code,
  territory,
  figures,
  targets,
}: {
  code: string;
  territory: string;
  figures: FiguresOfPage;
  targets: readonly { readonly year: number; readonly value: number }[];
}) {
  const say = useSay();
  const { comparison, comparisonDownloads, downloads, map, trend } = figures;
  if (!trend && !comparison) return null;
  return (
    <>
      {trend && <OwnPast trend={trend} targets={targets} downloads={downloads} />}
      {comparison && (
        <>
          <h3>{say('analysis.places-title', { name: comparison.within.name })}</h3>
          <BesideTheWhole
            comparison={comparison}
            map={map}
            here={territory}
            downloads={comparisonDownloads}
          />
        </>
      )}
      <Buttons>
        <ButtonLink to={addressOfExplorer({ indicador: code, territorio: territory })}>
          {say('analysis.explore-this')}
        </ButtonLink>
        {trend && trend.others.length > 1 && (
          <ButtonLink look="quiet" to={`/indicadores/${encodeURIComponent(trend.indicator.code)}/fuentes`}>
            {say('analysis.sources-beside')}
          </ButtonLink>
        )}
      </Buttons>
    </>
  );
}
