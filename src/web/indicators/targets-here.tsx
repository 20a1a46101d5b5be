import { Empty } from '../design/notice.tsx';
import { useSay } from '../words/words.tsx';
import { groupWords, type Dimensions } from './group-words.ts';
import type { Indicator, Target } from './indicator-shapes.ts';
import { TargetsTable, type Observed } from './targets-table.tsx';

/** What is aimed at in one territory, and where it starts; or that nobody has said so yet. */
export function TargetsHere({
  indicator,
  place,
  targets,
  dimensions,
  observed,
}: {
  indicator: Indicator;
  place: { readonly name: string };
  targets: readonly Target[];
  dimensions: Dimensions;
  observed: readonly Observed[];
}) {
  const say = useSay();
  if (targets.length === 0)
    return (
      <Empty title={say('indicators.no-targets', { name: place.name })}>
        <p>{say('indicators.no-targets-lead')}</p>
      </Empty>
    );
  return (
    <TargetsTable
      indicator={indicator}
      targets={targets}
      observed={observed}
      groupWord={(group) => groupWords(say, dimensions, group)}
    />
  );
}
