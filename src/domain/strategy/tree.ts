import { fold } from '#domain/shared/fold.ts';
import type { Element } from './element.ts';
import { levelUnder, type LevelName } from './levels.ts';
import { refuse } from './refusals.ts';
import type { ElementKind } from './vocabulary.ts';

type Placed = Pick<Element, 'id' | 'parentId' | 'code' | 'level'>;

/** A branch of a tree: an element with those under it, in their order. */
export type Branch<Item> = { readonly element: Item; readonly branches: readonly Branch<Item>[] };

/** Elements as a tree, each level in its order. */
export function treeOf<Item extends Pick<Element, 'id' | 'parentId' | 'position'>>(
  elements: readonly Item[],
): Branch<Item>[] {
  const under = (parentId: string | null): Branch<Item>[] =>
    elements
      .filter((element) => element.parentId === parentId)
      .toSorted((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
      .map((element) => ({ element, branches: under(element.id) }));
  return under(null);
}

/** Elements in reading order: each before what stands under it. */
export function inReadingOrder<Item extends Pick<Element, 'id' | 'parentId' | 'position'>>(
  elements: readonly Item[],
): Item[] {
  const walk = (branches: readonly Branch<Item>[]): Item[] =>
    branches.flatMap(({ element, branches: below }) => [element, ...walk(below)]);
  return walk(treeOf(elements));
}

/** The elements above one, from the outermost. */
export function pathOf<Item extends Pick<Element, 'id' | 'parentId'>>(
  elements: readonly Item[],
  element: Item,
): Item[] {
  const parent = elements.find(({ id }) => id === element.parentId);
  return parent ? [...pathOf(elements, parent), parent] : [];
}

/**
 * Where an element would stand under a parent of its version.
 * @throws Refusal when there is no such parent in the version, or nothing stands so far in
 */
export function placeUnder(
  elements: readonly Placed[],
  parentId: string | null,
  levels: readonly LevelName[],
): { readonly level: number; readonly kind: ElementKind } {
  const parent = parentId === null ? null : elements.find(({ id }) => id === parentId);
  if (parent === undefined) throw refuse('strategy.parent-elsewhere', { field: 'parentId' });
  const level = levelUnder(parent);
  const name = levels[level - 1];
  if (!name) throw refuse('strategy.too-deep', { field: 'parentId', values: { levels: levels.length } });
  return { level, kind: name.kind };
}

/** @throws Refusal when another element under the same parent has the code */
export function refuseCodeTwice(
  elements: readonly Placed[],
  element: { readonly id: string | null; readonly parentId: string | null; readonly code: string | null },
): void {
  const { id, parentId, code } = element;
  if (code === null) return;
  const other = elements.find(
    (one) => one.id !== id && one.parentId === parentId && one.code !== null && fold(one.code) === fold(code),
  );
  if (other) throw refuse('strategy.code-twice', { field: 'code', values: { code } });
}

/**
 * Where an element goes when it is moved. It keeps its level: an axis never becomes a line.
 * @throws Refusal when it would stand under itself, under another version's element, or on another level
 */
export function refuseMove(
  elements: readonly Placed[],
  moved: Placed,
  parentId: string | null,
  levels: readonly LevelName[],
): void {
  for (let above = parentId; above !== null;) {
    if (above === moved.id) throw refuse('strategy.under-itself', { field: 'parentId' });
    const id: string = above;
    above = elements.find((element) => element.id === id)?.parentId ?? null;
  }
  const { level } = placeUnder(elements, parentId, levels);
  if (level !== moved.level) throw refuse('strategy.other-level', { field: 'parentId' });
  refuseCodeTwice(elements, { id: moved.id, parentId, code: moved.code });
}
