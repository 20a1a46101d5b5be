import type { ReactNode } from 'react';
import { Table, type Column } from '../design/table.tsx';
import { useFormat, useSay } from '../words/words.tsx';
import { aimIn, figureIn, type Indicator, type Target } from './indicator-shapes.ts';

/** What was told for a year, as far as whoever asks may see it: null where nothing was told, or it is protected. */
export type Observed = {
  readonly year: number;
  readonly value: number | null;
  readonly isProtected: boolean;
};

/** Baseline and targets by year, with what was observed beside them. `deeds` is the last column of whoever may change them. */
export function TargetsTable({
  indicator,
  targets,
  observed,
  groupWord,
  deeds,
}: {
  indicator: Indicator;
  targets: readonly Target[];
  observed: readonly Observed[];
  groupWord: (group: Target['group']) => string;
  deeds?: (target: Target) => ReactNode;
}) {
  const say = useSay();
  const format = useFormat();
  const columns: Column<Target>[] = [
    { id: 'year', title: say('indicators.year'), cell: (target) => target.year },
    {
      id: 'kind',
      title: say('indicators.kind'),
      cell: (target) => say.dynamic(`indicators.target-kind.${target.kind}`),
    },
    {
      id: 'value',
      title: say('indicators.value'),
      isNumber: true,
      cell: (target) => aimIn(say, format, target.value, indicator),
    },
    {
      id: 'observed',
      title: say('indicators.observed'),
      isNumber: true,
      cell: (target) => {
        // What was told is of everybody: beside a group it would be taken for the group's.
        const found = isOfEverybody(target) ? observed.find(({ year }) => year === target.year) : undefined;
        if (found?.isProtected) return say('indicators.observed-protected');
        return found && found.value !== null
          ? figureIn(say, format, found.value, indicator)
          : say('indicators.not-observed');
      },
    },
    { id: 'group', title: say('indicators.group'), cell: (target) => groupWord(target.group) },
    {
      id: 'source',
      title: say('indicators.target-source'),
      cell: (target) => [target.source, target.note].filter(Boolean).join(' · '),
    },
    ...(deeds ? [{ id: 'deeds', title: say('indicators.correct'), cell: deeds }] : []),
  ];
  return (
    <Table
      caption={say('indicators.targets')}
      isCaptionHidden
      rows={targets}
      rowKey={(target) => target.id}
      columns={columns}
    />
  );
}

function isOfEverybody({ group }: Target): boolean {
  return Object.keys(group).length === 0;
}
