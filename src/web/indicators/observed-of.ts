import { attempt } from '../api.ts';
import type { Observed } from './targets-table.tsx';

type Context = Parameters<typeof attempt>[0];

/**
 * What was told of an indicator in a territory, year by year, as far as whoever asks may see it. Nobody telling it is no fault of the page.
 */
export async function observedOf(
  context: Context,
  asked: { readonly code: string; readonly territory: string; readonly years: readonly number[] },
): Promise<Observed[]> {
  const years = [...new Set(asked.years)].toSorted((one, other) => one - other);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { code: indicator, territory } = asked;
  const from = String(first);
  const to = String(last);
  const told = await attempt(context, 'listValues', { indicator, territory, from, to, period: 'year' });
  if (!told.ok) return [];
  return told.answer.items
    .filter(({ period, crossing, heldAt }) => /^\d{4}$/.test(period) && crossing === '' && heldAt === null)
    .map(({ period, value, state }) => ({
      year: Number(period),
      value,
      isProtected: state === 'protected',
    }));
}
