import { likenessKey } from '#domain/actors/duplicates.ts';
import type { EcologicalLevel } from '#domain/diagnosis/vocabulary.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import type {
  ElementKind,
  ElementRole,
  IndicatorDirection,
  InspireStrategy,
  PreventionLevel,
  PreventionType,
} from './vocabulary.ts';

/** What is to be reached in a year. */
export type Target = { readonly year: number; readonly value: number };

/** How one knows that an element is reached. */
export type Indicator = {
  readonly title: string;
  readonly unit: string;
  readonly direction: IndicatorDirection;
  readonly source: string | null;
  readonly baselineValue: number | null;
  readonly baselineYear: number | null;
  readonly targets: readonly Target[];
};

export type RoleOf = { readonly organisationId: string; readonly role: ElementRole };

/** What is said of an axis, an objective or a line. */
export type ElementFields = {
  readonly code: string | null;
  readonly title: string;
  readonly description: string | null;
  readonly preventionLevel: PreventionLevel | null;
  readonly preventionTypes: readonly PreventionType[];
  readonly inspire: readonly InspireStrategy[];
  readonly ecologicalLevels: readonly EcologicalLevel[];
  readonly roles: readonly RoleOf[];
  readonly indicators: readonly Indicator[];
};

/** The fields of an element in the order in which they are told. Words: `strategy.field.<field>`. */
export const elementFields = [
  'code',
  'title',
  'description',
  'preventionLevel',
  'preventionTypes',
  'inspire',
  'ecologicalLevels',
  'roles',
  'indicators',
] as const satisfies readonly (keyof ElementFields)[];
export type ElementField = (typeof elementFields)[number];

/** An element in its version: what it says, and where it stands. */
export type Element = ElementFields & {
  readonly id: string;
  readonly threadId: string;
  readonly parentId: string | null;
  readonly kind: ElementKind;
  readonly level: number;
  readonly position: number;
  readonly version: number;
};

/** The years that a strategy covers. */
export type Years = { readonly from: number; readonly to: number };

/** The years that a period of days touches. */
export function yearsOf(period: { readonly periodFrom: string; readonly periodTo: string }): Years {
  return { from: Number(period.periodFrom.slice(0, 4)), to: Number(period.periodTo.slice(0, 4)) };
}

/** What is wrong with an element by itself, every fault with its field. */
export function problemsOfElement(fields: ElementFields, years: Years): Problem[] {
  const problems: Problem[] = [];
  const named = fields.roles.map(({ organisationId }) => organisationId);
  if (new Set(named).size < named.length) problems.push({ code: 'strategy.role-twice', field: 'roles' });
  const titles = fields.indicators.map(({ title }) => likenessKey(title));
  if (new Set(titles).size < titles.length)
    problems.push({ code: 'strategy.indicator-twice', field: 'indicators' });
  fields.indicators.forEach((indicator, index) =>
    problems.push(...problemsOfIndicator(indicator, years, `indicators.${index}`)),
  );
  return problems;
}

function problemsOfIndicator(indicator: Indicator, years: Years, field: string): Problem[] {
  const problems: Problem[] = [];
  const { baselineValue, baselineYear, targets } = indicator;
  if ((baselineValue === null) !== (baselineYear === null))
    problems.push({ code: 'strategy.baseline-incomplete', field: `${field}.baselineYear` });
  const seen = new Set<number>();
  for (const { year } of targets) {
    const values = { year, from: years.from, to: years.to };
    if (year < years.from || year > years.to)
      problems.push({ code: 'strategy.target-outside-period', field: `${field}.targets`, values });
    if (seen.has(year)) problems.push({ code: 'strategy.target-twice', field: `${field}.targets`, values });
    seen.add(year);
  }
  return problems;
}

/** The fields in which two wordings of an element differ. The order in which things were chosen says nothing. */
export function changedFieldsOf(before: ElementFields, after: ElementFields): ElementField[] {
  return elementFields.filter((field) => comparable(before, field) !== comparable(after, field));
}

function comparable(fields: ElementFields, field: ElementField): string {
  const value = fields[field];
  if (!Array.isArray(value)) return JSON.stringify(value);
  const parts = (value as readonly unknown[]).map((part) => JSON.stringify(sorted(part)));
  return JSON.stringify(parts.toSorted((one, other) => (one < other ? -1 : 1)));
}

/** A value with its keys, and its targets, in one order. */
function sorted(part: unknown): unknown {
  if (part === null || typeof part !== 'object') return part;
  const entries = Object.entries(part).map(([key, value]): [string, unknown] =>
    key === 'targets'
      ? [key, (value as readonly Target[]).toSorted((one, other) => one.year - other.year).map(pair)]
      : [key, value],
  );
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

const pair = ({ year, value }: Target) => [year, value];

/** The fields of an element alone, without where it stands. */
export function fieldsOf(element: ElementFields): ElementFields {
  return {
    code: element.code,
    title: element.title,
    description: element.description,
    preventionLevel: element.preventionLevel,
    preventionTypes: element.preventionTypes,
    inspire: element.inspire,
    ecologicalLevels: element.ecologicalLevels,
    roles: element.roles,
    indicators: element.indicators,
  };
}
