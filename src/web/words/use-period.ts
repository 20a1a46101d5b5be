import { parsePeriod } from '#domain/indicators/period.ts';
import { useFormat, useSay } from './words.tsx';

/** Periods as people say them: "2024", "julio de 2024", "trimestre 2 de 2024". What is none stays as it is. */
export function usePeriod(): (text: string) => string {
  const say = useSay();
  const format = useFormat();
  return (text) => {
    const period = parsePeriod(text);
    if (!period) return text;
    const { kind, start } = period;
    const year = text.slice(0, 4);
    if (kind === 'year') return year;
    if (kind === 'month') return format.month(start);
    if (kind === 'day') return format.day(start);
    if (kind === 'week') return say('shared.period.week', { number: text.slice(-2), year });
    const number = Math.ceil(Number(start.slice(5, 7)) / (kind === 'quarter' ? 3 : 6));
    return say(kind === 'quarter' ? 'shared.period.quarter' : 'shared.period.semester', {
      number: String(number),
      year,
    });
  };
}
