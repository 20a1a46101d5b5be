import { changedFieldsOf, type Element, type ElementField } from './element.ts';
import { inReadingOrder } from './tree.ts';

/** What became of an element from one version to another. Words: `strategy.outcome.<outcome>`. */
export const elementOutcomes = ['kept', 'changed', 'new', 'ended'] as const;
export type ElementOutcome = (typeof elementOutcomes)[number];

export type ComparedField = ElementField | 'place';

export type ElementComparison = {
  readonly threadId: string;
  readonly outcome: ElementOutcome;
  readonly before: Element | null;
  readonly after: Element | null;
  /** In what it says something else; `place` where it stands under another element. */
  readonly fields: readonly ComparedField[];
};

/**
 * Two versions side by side: every element by its thread, in the order of the later version, what ended after what it
 * stood behind. A thread is what keeps its place; words, people and figures may all have changed.
 */
export function compareVersions(before: readonly Element[], after: readonly Element[]): ElementComparison[] {
  const earlier = inReadingOrder(before);
  const later = inReadingOrder(after);
  const ofBefore = new Map(earlier.map((element) => [element.threadId, element]));
  const ofAfter = new Map(later.map((element) => [element.threadId, element]));
  const threadOf = (elements: readonly Element[], id: string | null) =>
    elements.find((element) => element.id === id)?.threadId ?? null;
  const compared = later.map((element): ElementComparison => {
    const { threadId } = element;
    const old = ofBefore.get(threadId) ?? null;
    if (old === null) return { threadId, outcome: 'new', before: null, after: element, fields: [] };
    const hasMoved = threadOf(before, old.parentId) !== threadOf(after, element.parentId);
    const fields: ComparedField[] = [
      ...changedFieldsOf(old, element),
      ...(hasMoved ? ['place' as const] : []),
    ];
    return {
      threadId,
      outcome: fields.length > 0 ? 'changed' : 'kept',
      before: old,
      after: element,
      fields,
    };
  });
  earlier.forEach((element, index) => {
    if (ofAfter.has(element.threadId)) return;
    const ended: ElementComparison = {
      threadId: element.threadId,
      outcome: 'ended',
      before: element,
      after: null,
      fields: [],
    };
    const behind = earlier[index - 1]?.threadId;
    const at = behind === undefined ? -1 : compared.findIndex(({ threadId }) => threadId === behind);
    compared.splice(at + 1, 0, ended);
  });
  return compared;
}
