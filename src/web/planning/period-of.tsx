import { useFormat, useSay } from '../words/words.tsx';

/** From when to when, as far as it is said. */
export function PeriodOf({
  of,
}: {
  of: { readonly periodFrom: string | null; readonly periodTo: string | null };
}) {
  const say = useSay();
  const format = useFormat();
  const { periodFrom: from, periodTo: to } = of;
  if (from !== null && to !== null) return `${format.day(from)} – ${format.day(to)}`;
  if (from !== null) return say('shared.since', { date: format.day(from) });
  return to === null ? null : say('shared.until', { date: format.day(to) });
}
