import { likenessKey } from '#domain/actors/duplicates.ts';
import type { RowOutcome } from '#domain/actors/import-plan.ts';
import { fold } from '#domain/shared/fold.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import {
  changedFieldsOf,
  elementFields,
  fieldsOf,
  problemsOfElement,
  type Element,
  type ElementFields,
  type Indicator,
  type Years,
} from './element.ts';
import type { LevelName } from './levels.ts';

/** An element as a file has it, its institutions found. What is null says nothing, so it erases nothing. */
export type ElementDraft = {
  readonly row: number;
  readonly level: number;
  readonly said: { readonly [Field in keyof ElementFields]: ElementFields[Field] | null };
};

/** One element that is made or changed. */
export type ElementChange = {
  readonly isNew: boolean;
  readonly element: Element;
};

export type VersionImportPlan = {
  /** Each parent before what stands under it. */
  readonly changes: readonly ElementChange[];
  readonly outcomes: readonly RowOutcome[];
  readonly problems: readonly Problem[];
};

type Given = {
  readonly levels: readonly LevelName[];
  readonly years: Years;
  readonly newId: () => string;
};

/**
 * What a file does to a draft. A row stands under the last row before it that is one level further out; there it is the
 * element of its code, or else of its title, and otherwise a new one: so that the same file twice doubles nothing.
 */
export function planVersionImport(
  drafts: readonly ElementDraft[],
  existing: readonly Element[],
  given: Given,
): VersionImportPlan {
  const changes: ElementChange[] = [];
  const outcomes: RowOutcome[] = [];
  const problems: Problem[] = [];
  const known: Element[] = [...existing];
  const rowOf = new Map<string, number>();
  // The elements that the rows now stand under, by level; a row that is wrong leaves a gap that says so no second time.
  const above: (Element | undefined)[] = [];
  for (const draft of drafts) {
    const { row, level, said } = draft;
    const fault = faultOfLevel(draft, above.length, given.levels);
    if (fault) {
      problems.push(fault);
      continue;
    }
    const parent = above[level - 2];
    above.length = level - 1;
    above.push(undefined);
    if ((level > 1 && !parent) || said.title === null) continue;
    const parentId = parent?.id ?? null;
    const siblings = known.filter((element) => element.parentId === parentId);
    const found = findAmong(siblings, said);
    const first = found && rowOf.get(found.id);
    if (first !== undefined) {
      problems.push({ code: 'strategy.row-repeated', row, field: 'title', values: { first } });
      continue;
    }
    const element = found ? overlay(found, said) : made(draft, said.title, { parentId, siblings, given });
    above[level - 1] = element;
    rowOf.set(element.id, row);
    known.splice(found ? known.indexOf(found) : known.length, found ? 1 : 0, element);
    problems.push(...faultsOf(element, siblings, row, given.years));
    const fields = found ? changedFieldsOf(found, element) : [];
    const outcome = !found ? 'create' : fields.length > 0 ? 'change' : 'same';
    outcomes.push({ row, outcome, name: element.title, fields });
    if (outcome !== 'same') changes.push({ isNew: !found, element });
  }
  return { changes, outcomes, problems };
}

function faultOfLevel(draft: ElementDraft, depth: number, levels: readonly LevelName[]): Problem | null {
  const { row, level } = draft;
  if (level < 1 || level > levels.length)
    return { code: 'strategy.row-no-level', row, field: 'level', values: { levels: levels.length } };
  if (level > depth + 1) return { code: 'strategy.row-without-parent', row, field: 'level' };
  return null;
}

function findAmong(siblings: readonly Element[], said: ElementDraft['said']): Element | undefined {
  const code = said.code;
  const byCode =
    code === null ? undefined : siblings.find((one) => one.code !== null && fold(one.code) === fold(code));
  return byCode ?? siblings.find((one) => likenessKey(one.title) === likenessKey(said.title ?? ''));
}

function overlay(element: Element, said: ElementDraft['said']): Element {
  const spoken = Object.fromEntries(
    elementFields.flatMap((field) => (said[field] === null ? [] : [[field, said[field]] as const])),
  );
  const indicators =
    said.indicators === null ? element.indicators : unite(element.indicators, said.indicators);
  return { ...element, ...spoken, indicators };
}

/** The indicators that were there, those that the file names in its words; then its new ones. */
function unite(before: readonly Indicator[], said: readonly Indicator[]): readonly Indicator[] {
  const alike = (one: Indicator, other: Indicator) => likenessKey(one.title) === likenessKey(other.title);
  const kept = before.map((indicator) => said.find((one) => alike(one, indicator)) ?? indicator);
  return [...kept, ...said.filter((one) => !before.some((indicator) => alike(one, indicator)))];
}

type Place = {
  readonly parentId: string | null;
  readonly siblings: readonly Element[];
  readonly given: Given;
};

function made({ level, said }: ElementDraft, title: string, { parentId, siblings, given }: Place): Element {
  return {
    id: given.newId(),
    threadId: given.newId(),
    parentId,
    level,
    kind: given.levels[level - 1]?.kind ?? 'line',
    position: Math.max(-1, ...siblings.map(({ position }) => position)) + 1,
    version: 1,
    ...said,
    title,
    preventionTypes: said.preventionTypes ?? [],
    inspire: said.inspire ?? [],
    ecologicalLevels: said.ecologicalLevels ?? [],
    roles: said.roles ?? [],
    indicators: said.indicators ?? [],
  };
}

function faultsOf(element: Element, siblings: readonly Element[], row: number, years: Years): Problem[] {
  const { code } = element;
  const faults: Problem[] = problemsOfElement(fieldsOf(element), years).map((fault) => ({
    ...fault,
    row,
    field: fault.field?.startsWith('indicators') ? 'indicators' : 'lead',
  }));
  const twin = siblings.find(
    (one) => one.id !== element.id && one.code !== null && code !== null && fold(one.code) === fold(code),
  );
  if (twin && code !== null)
    faults.push({ code: 'strategy.row-code-twice', row, field: 'code', values: { code } });
  return faults;
}
