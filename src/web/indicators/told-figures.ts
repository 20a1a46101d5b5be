import { attempt, pageOfRequest, type Answer } from '../api.ts';
import type { Observed } from './targets-table.tsx';

type Context = Parameters<typeof attempt>[0];
export type Told = Answer<'listValues'>;

/**
 * What is told of an indicator in a territory year by year, of the years asked for and of the last ten, as far as whoever asks may see it.
 * Nobody telling it is no fault of the page. @returns null where nobody does
 */
export async function toldFigures(
  context: Context,
  asked: { readonly code: string; readonly territory: string; readonly years: readonly number[] },
): Promise<Told | null> {
  const { code: indicator, territory } = asked;
  const now = Number(pageOfRequest(context).today.slice(0, 4));
  const [from, to] = [Math.min(now - 9, ...asked.years), Math.max(now, ...asked.years)].map(String);
  const given = { indicator, territory, from: from ?? '', to: to ?? '', period: 'year' } as const;
  const told = await attempt(context, 'listValues', given);
  return told.ok && told.answer.series !== null ? told.answer : null;
}

/** The years of what is told of the territory itself, of everybody there: what stands beside a target. */
export function observedOf(told: Told | null): Observed[] {
  return (told?.items ?? [])
    .filter(({ period, crossing, heldAt }) => /^\d{4}$/.test(period) && crossing === '' && heldAt === null)
    .map(({ period, value, state }) => ({
      year: Number(period),
      value,
      isProtected: state === 'protected',
    }));
}
