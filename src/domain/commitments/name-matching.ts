import { fold } from '#domain/shared/fold.ts';

/** A thing that people call by its name or its short name. */
export type Nameable = { readonly id: string; readonly name: string; readonly shortName: string | null };

/** At most so many are offered to choose from. */
export const mostChoices = 8;

/**
 * Whom a name may mean: the one that is called exactly so; else all that hold every word of it, shortest first. One found:
 * it is meant. Several: a person chooses.
 */
export function matchNames<One extends Nameable>(
  text: string,
  all: readonly One[],
  most = mostChoices,
): One[] {
  const wanted = fold(text);
  if (wanted === '') return [];
  const exact = all.filter((one) => fold(one.name) === wanted || fold(one.shortName ?? '') === wanted);
  if (exact.length > 0) return exact.slice(0, most);
  const words = wanted.split(' ');
  const holding = all.filter((one) => {
    const own = fold(`${one.name} ${one.shortName ?? ''}`).split(' ');
    return words.every((word) => own.some((part) => part.startsWith(word)));
  });
  return holding.toSorted((one, other) => one.name.length - other.name.length).slice(0, most);
}
