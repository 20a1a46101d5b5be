import { parsePeriod } from '#domain/indicators/period.ts';
import type { Format } from './format.ts';
import type { Say } from './say.ts';

type Voice = { readonly say: Say; readonly format: Pick<Format, 'day' | 'month'> };

/** A period as people say it: "2024", "julio de 2024", "trimestre 2 de 2024". What is none stays as it is. */
export function periodWords(text: string, { say, format }: Voice): string {
  const period = parsePeriod(text);
  if (!period) return text;
  const { kind, start } = period;
  const year = text.slice(0, 4);
  if (kind === 'year') return year;
  if (kind === 'month') return format.month(start);
  if (kind === 'day') return format.day(start);
  if (kind === 'week') return say('shared.period.week', { number: text.slice(-2), year });
  const number = partOfYear(kind, start);
  return say(kind === 'quarter' ? 'shared.period.quarter' : 'shared.period.semester', { number, year });
}

/** The same for the axis of a chart, where there is room for a few letters: "T2 2024". */
export function shortPeriodWords(text: string, { say }: Pick<Voice, 'say'>): string {
  const period = parsePeriod(text);
  if (!period) return text;
  const { kind, start } = period;
  if (kind !== 'quarter' && kind !== 'semester') return text;
  const number = partOfYear(kind, start);
  const given = { number, year: text.slice(0, 4) };
  return say(kind === 'quarter' ? 'shared.period.quarter-short' : 'shared.period.semester-short', given);
}

function partOfYear(kind: 'quarter' | 'semester', start: string): string {
  return String(Math.ceil(Number(start.slice(5, 7)) / (kind === 'quarter' ? 3 : 6)));
}
