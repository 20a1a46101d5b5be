import type { Voice } from '../documents/agreement-tables.ts';

/** What stands beside any figures, as far as a picture of them says it. */
export type DrawnBeside = {
  readonly counting: string;
  readonly notes: readonly string[];
  readonly series: {
    readonly example: boolean;
    readonly source: {
      readonly title: string;
      readonly publisher: string | null;
      readonly published: string | null;
    };
  } | null;
};

const saidBelow: ReadonlySet<string> = new Set([
  'interval-of-sample',
  'no-interval',
  'sum-is-partial',
  'protected',
  'held-above',
  'territories-changed',
]);

/** What has to stand below a picture of figures: who told them, what an interval means, that they are invented where they are, and the day. */
export function toldLines(beside: DrawnBeside, { say, format }: Voice, today: string): string[] {
  const { counting, notes, series } = beside;
  const source = series && [series.source.title, series.source.publisher, series.source.published];
  return [
    ...(source ? [`${say('analysis.source')} ${source.filter(Boolean).join('. ')}`] : []),
    ...(series?.example ? [say('analysis.example-figures')] : []),
    ...(counting === 'other' ? [] : [say('analysis.interval-means')]),
    ...notes
      .filter((note) => saidBelow.has(note) || note.startsWith('past-'))
      .map((note) => say.dynamic(`values.note.${note}`)),
    say('shared.picture-on', { day: format.day(today) }),
  ];
}
