import { attempt, type Answer } from '../api.ts';

type Context = Parameters<typeof attempt>[0];

/** The map of a territory's parts, or null where none was ever drawn: a page without a map is still a page. */
export async function findMap(
  context: Context,
  reference: string,
  size: { width: number; level?: number },
): Promise<Answer<'getMap'> | null> {
  const found = await attempt(context, 'getMap', { reference, ...size });
  return found.ok ? found.answer : null;
}
