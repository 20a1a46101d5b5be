import { ancestorsOf, type Parents } from '#domain/actors/ancestry.ts';

/**
 * All that are of one side: the parties, the organisations that they belong to, and those that belong to them.
 * A ministry's regional office does not verify what the ministry owes, nor the ministry what its office owes.
 */
export function sideOf(parents: Parents, partyIds: Iterable<string>): Set<string> {
  const side = new Set<string>(partyIds);
  const named = new Set(side);
  for (const id of named) for (const above of ancestorsOf(parents, id)) side.add(above);
  for (const child of parents.keys()) {
    if (ancestorsOf(parents, child).some((above) => named.has(above))) side.add(child);
  }
  return side;
}
