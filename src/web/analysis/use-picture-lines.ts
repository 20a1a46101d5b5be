import { useSay } from '../words/words.tsx';
import type { Beside } from './analysis-shapes.ts';

const saidBelow: ReadonlySet<string> = new Set([
  'interval-of-sample',
  'no-interval',
  'sum-is-partial',
  'protected',
]);

/** What has to stand below a picture of figures: who told them, what an interval means, and that they are invented where they are. */
export function usePictureLines({ counting, notes, series }: Beside): string[] {
  const say = useSay();
  const source = series && [series.source.title, series.source.publisher, series.source.published];
  return [
    ...(source ? [`${say('analysis.source')} ${source.filter(Boolean).join('. ')}`] : []),
    ...(series?.example ? [say('analysis.example-figures')] : []),
    ...(counting === 'other' ? [] : [say('analysis.interval-means')]),
    ...notes.filter((note) => saidBelow.has(note)).map((note) => say.dynamic(`values.note.${note}`)),
  ];
}
