import { useFormat, useSay } from '../words/words.tsx';
import type { Beside, ShownFigure } from './analysis-shapes.ts';

/** Figures in words: the number; or why there is none; or, where a rate would be too weak, the cases that it is made of. */
export function useFigureWords({ indicator }: Pick<Beside, 'indicator'>) {
  const say = useSay();
  const format = useFormat();
  const number = (value: number) => format.number(value, indicator.decimals);
  return {
    number,
    value(figure: ShownFigure): string {
      if (figure.state !== 'value' || figure.value === null)
        return say.dynamic(`values.state.${figure.state}`);
      if (figure.warnings.length > 0 && figure.events !== null)
        return say('analysis.only-cases', { count: figure.events });
      return number(figure.value);
    },
    interval({ interval, state }: Pick<ShownFigure, 'interval' | 'state'>): string {
      if (interval === null)
        return indicator.composition === 'estimate' && state === 'value' ? say('analysis.no-interval') : '';
      // The bounds of a count are no counts: one digit shows it.
      const write = (value: number) => format.number(value, Math.max(1, indicator.decimals));
      return say('analysis.between', { lower: write(interval.lower), upper: write(interval.upper) });
    },
    /** Of a sum that lacks reports, how many territories told it; empty where it is whole. */
    reported({ reporting }: Pick<ShownFigure, 'reporting'>): string {
      if (reporting === null || reporting.reports >= reporting.reportsOf) return '';
      const { reports, reportsOf, territories, territoriesOf } = reporting;
      const whose = say('analysis.reported', {
        territories: format.number(territories),
        of: territoriesOf,
      });
      const parts = say('analysis.reported-parts', { reports: format.number(reports), of: reportsOf });
      if (territoriesOf === 1) return parts;
      return reportsOf === territoriesOf ? whose : `${whose}; ${parts}`;
    },
  };
}
