import {
  actionFields,
  planFields,
  type ActionContent,
  type ActionField,
  type PlanContent,
  type PlanField,
  type ProgrammeContent,
} from './plan-content.ts';

export type FieldChange<Field extends string> = {
  readonly field: Field;
  readonly from: unknown;
  readonly to: unknown;
};
type Titled = { readonly id: string; readonly title: string };

/** What is different between two editions of a plan. */
export type PlanDifference = {
  readonly plan: readonly FieldChange<PlanField>[];
  readonly programmes: {
    readonly added: readonly Titled[];
    readonly removed: readonly Titled[];
    readonly changed: readonly (Titled & {
      readonly fields: readonly FieldChange<'title' | 'objective'>[];
    })[];
  };
  readonly actions: {
    readonly added: readonly Titled[];
    readonly removed: readonly Titled[];
    readonly changed: readonly (Titled & { readonly fields: readonly FieldChange<ActionField>[] })[];
  };
};

/** Compares two editions: what came, what went, and which fields say something else. */
export function differenceOf(from: PlanContent, to: PlanContent): PlanDifference {
  return {
    plan: changesOf(planFields, from, to),
    programmes: compare<ProgrammeContent, 'title' | 'objective'>(
      ['title', 'objective'],
      from.programmes,
      to.programmes,
    ),
    actions: compare<ActionContent, ActionField>(actionFields, from.actions, to.actions),
  };
}

/** Whether two editions say the same. */
export function isSame({ plan, programmes, actions }: PlanDifference): boolean {
  const lists = [plan, ...Object.values(programmes), ...Object.values(actions)];
  return lists.every((list) => list.length === 0);
}

function compare<Item extends Titled, Field extends string & keyof Item>(
  fields: readonly Field[],
  from: readonly Item[],
  to: readonly Item[],
) {
  const before = new Map(from.map((item) => [item.id, item]));
  const after = new Set(to.map((item) => item.id));
  const titled = ({ id, title }: Item): Titled => ({ id, title });
  return {
    added: to.filter((item) => !before.has(item.id)).map(titled),
    removed: from.filter((item) => !after.has(item.id)).map(titled),
    changed: to.flatMap((item) => {
      const earlier = before.get(item.id);
      const changes = earlier ? changesOf(fields, earlier, item) : [];
      return changes.length > 0 ? [{ ...titled(item), fields: changes }] : [];
    }),
  };
}

function changesOf<Item, Field extends string & keyof Item>(
  fields: readonly Field[],
  from: Item,
  to: Item,
): FieldChange<Field>[] {
  return fields
    .filter((field) => comparable(from[field]) !== comparable(to[field]))
    .map((field) => ({ field, from: from[field] ?? null, to: to[field] ?? null }));
}

// Keys in one order, whoever wrote the object down; the order of a list counts.
function comparable(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
