import type { AreaClass } from '#domain/analysis/area-class.ts';
import { useFormat, useSay } from '../words/words.tsx';
import type { Comparison } from './analysis-shapes.ts';

/** A class in words: how it stands to the whole, the bounds of its values, or why there is no figure. */
export function useClassWords({ classes, indicator }: Pick<Comparison, 'classes' | 'indicator'>) {
  const say = useSay();
  const format = useFormat();
  return (one: AreaClass): string => {
    const step = /^step-(\d)$/.exec(one)?.[1];
    if (step === undefined) return say.dynamic(`analysis.class.${one}`);
    const bounds = classes.find((known) => String(known.step) === step);
    const digits = classes.every(({ from, to }) => Number.isInteger(from) && Number.isInteger(to))
      ? 0
      : Math.max(1, indicator.decimals);
    return say('analysis.class-bounds', {
      from: format.number(bounds?.from ?? 0, digits),
      to: format.number(bounds?.to ?? 0, digits),
    });
  };
}
