import type { Problem } from '#domain/shared/refusal.ts';
import { refuse } from './refusals.ts';
import type { IndicatorFields } from './indicator.ts';
import type { TargetKind } from './vocabulary.ts';

/** What is aimed at, or where it starts: one figure of a territory, a year and a group. */
export type TargetFields = {
  readonly kind: TargetKind;
  readonly year: number;
  /** Of whom: a category by dimension; empty is everybody. */
  readonly group: Readonly<Record<string, string>>;
  readonly value: number;
  readonly source: string | null;
  readonly note: string | null;
};

type Measured = Pick<IndicatorFields, 'lowBound' | 'highBound' | 'dimensions'>;

/** What is wrong with a target, every fault with its field. A baseline says where its figure comes from. */
export function problemsOfTarget(target: TargetFields, indicator: Measured): Problem[] {
  const problems: Problem[] = [];
  const { lowBound, highBound, dimensions } = indicator;
  const { value } = target;
  if ((lowBound !== null && value < lowBound) || (highBound !== null && value > highBound))
    problems.push({ code: 'indicators.beyond-bounds', field: 'value', values: { given: value } });
  if (target.kind === 'baseline' && target.source === null)
    problems.push({ code: 'indicators.baseline-without-source', field: 'source' });
  for (const dimension of Object.keys(target.group))
    if (!dimensions.some((one) => one.dimension === dimension))
      problems.push({ code: 'indicators.not-by-dimension', field: 'group', values: { given: dimension } });
  return problems;
}

/** @throws Refusal `indicators.target-incomplete`, with every fault and its field */
export function refuseTarget(target: TargetFields, indicator: Measured): void {
  const problems = problemsOfTarget(target, indicator);
  if (problems.length > 0) throw refuse('indicators.target-incomplete', { problems });
}
