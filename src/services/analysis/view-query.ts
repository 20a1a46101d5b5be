import { viewParts } from '#domain/analysis/view.ts';

const most = 1000;

/**
 * What an address of the explorer asks, as it is kept: only what the explorer knows, always in one order, so that two that ask the same
 * are the same. @returns null where nothing is asked, or too much
 */
export function viewQuery(text: string): string | null {
  const given = new URLSearchParams(text.replace(/^.*\?/, ''));
  const kept = new URLSearchParams();
  for (const part of viewParts)
    for (const value of given.getAll(part)) if (value.trim() !== '') kept.append(part, value.trim());
  const query = kept.toString();
  return query === '' || query.length > most || !kept.has('indicador') ? null : query;
}
