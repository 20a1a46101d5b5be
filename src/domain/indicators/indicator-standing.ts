import { refuse } from './refusals.ts';
import type { IndicatorStanding } from './vocabulary.ts';

/** What can be done to an indicator, as it stands. Words: `indicators.act.<act>`. */
export const possibleIndicatorActs = [
  'corrected',
  'redefined',
  'published',
  'retired',
  'restored',
  'deleted',
] as const;
export type IndicatorAct = (typeof possibleIndicatorActs)[number];

const leadsTo: Readonly<Record<IndicatorAct, Partial<Record<IndicatorStanding, IndicatorStanding>>>> = {
  corrected: { draft: 'draft', current: 'current' },
  redefined: { draft: 'draft', current: 'current' },
  published: { draft: 'current' },
  retired: { current: 'retired' },
  restored: { retired: 'current' },
  deleted: { draft: 'draft', current: 'current', retired: 'retired' },
};

/** How an indicator stands after an act. @throws Refusal `indicators.not-as-it-stands` */
export function standingAfter(standing: IndicatorStanding, act: IndicatorAct): IndicatorStanding {
  const next = leadsTo[act][standing];
  if (next === undefined) throw refuse('indicators.not-as-it-stands');
  return next;
}

/** What rests on an indicator. */
export type Uses = {
  readonly series: number;
  readonly ratios: number;
  readonly targets: number;
};

/** What can be done to an indicator: what is used is retired, not deleted. */
export function possibleActs(standing: IndicatorStanding, uses: Uses): IndicatorAct[] {
  return possibleIndicatorActs.filter(
    (act) => leadsTo[act][standing] !== undefined && (act !== 'deleted' || isUnused(uses)),
  );
}

/** @throws Refusal `indicators.in-use` */
export function refuseDeletion(uses: Uses): void {
  if (!isUnused(uses)) throw refuse('indicators.in-use');
}

function isUnused({ series, ratios, targets }: Uses): boolean {
  return series + ratios + targets === 0;
}
