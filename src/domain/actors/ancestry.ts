import { refuse } from './refusals.ts';

/** Each organisation's parent; organisations without one are absent. */
export type Parents = ReadonlyMap<string, string>;

/** The chain above an organisation, nearest first. A circle already in the data ends the walk. */
export function ancestorsOf(parents: Parents, id: string): string[] {
  const chain: string[] = [];
  let above = parents.get(id);
  while (above !== undefined && !chain.includes(above)) {
    chain.push(above);
    above = parents.get(above);
  }
  return chain;
}

/**
 * An organisation is never above itself.
 * @throws Refusal `actors.own-ancestor`
 */
export function refuseOwnAncestor(parents: Parents, id: string, parentId: string | null): void {
  if (parentId === null) return;
  if (parentId === id || ancestorsOf(parents, parentId).includes(id)) {
    throw refuse('actors.own-ancestor', { field: 'parentId' });
  }
}
