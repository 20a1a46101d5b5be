import type { z } from 'zod';
import type { writtenForm } from '#contract/reporting/shapes.ts';
import { findAskedIndicators, findCategories } from '#database/reporting/form-store.ts';
import {
  crossingKey,
  isAsked,
  isNumeric,
  unknownNames,
  type Crossing,
  type Form,
  type Formula,
  type Item,
} from '#domain/reporting/form.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import { partsNotAsked } from '#domain/reporting/work-out.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import type { Language } from '#words/index.ts';
import type { Transaction } from '../context.ts';
import { rulesOf } from './rules-of.ts';

type Written = { readonly [Key in keyof typeof writtenForm]: z.output<(typeof writtenForm)[Key]> };
type WrittenItem = Written['sections'][number]['items'][number];
type Asked = Awaited<ReturnType<typeof findAskedIndicators>>[number];
type Categories = Awaited<ReturnType<typeof findCategories>>;

/** What can be told by a report: what adds up or is told as it is. */
const askable = new Set(['count', 'stock', 'distinct', 'estimate']);
/** What is worked out, and only shown. */
const shown = new Set(['ratio', 'computed']);
const mostCrossings = 200;

/**
 * A form as it is kept: indicators with their unit, bounds and groups as they are today.
 * @throws Refusal `reporting.form-faults` with every fault at once
 */
export async function resolveForm(
  tx: Transaction,
  written: Omit<Written, 'title' | 'audience'>,
  { country, language }: { readonly country: string; readonly language: Language },
): Promise<Form> {
  const items = written.sections.flatMap((section) => section.items);
  const codes = items.flatMap(({ indicator }) => (indicator === undefined ? [] : [indicator]));
  const indicators = new Map((await findAskedIndicators(tx, codes)).map((one) => [one.code, one]));
  const categories = await findCategories(
    tx,
    items.flatMap(({ by }) => by),
  );
  const problems: Problem[] = [];
  let count = 0;
  const form: Form = {
    sections: written.sections.map((section, index) => ({
      key: `s${index + 1}`,
      title: section.title,
      help: section.help,
      items: section.items.map((item, place) => {
        count += 1;
        const field = `sections.${index}.items.${place}`;
        const indicator = item.indicator === undefined ? null : (indicators.get(item.indicator) ?? null);
        problems.push(...faultsOf(item, { indicator, field, country, categories }));
        return itemOf(item, { key: item.key ?? `i${count}`, indicator, categories });
      }),
    })),
    rules: [],
  };
  const whole = { ...form, rules: rulesOf(form, written.rules, language) };
  problems.push(...faultsOfWhole(whole));
  if (problems.length > 0) throw refuse('reporting.form-faults', { problems });
  return whole;
}

type Known = {
  readonly indicator: Asked | null;
  readonly field: string;
  readonly country: string;
  readonly categories: Categories;
};

function faultsOf(item: WrittenItem, known: Known): Problem[] {
  const { field, indicator, country, categories } = known;
  const faults: Problem[] = [];
  const values = { code: item.indicator ?? '' };
  if (item.kind === 'indicator' || item.kind === 'computed') {
    if (indicator === null || (indicator.country !== null && indicator.country !== country))
      faults.push({ code: 'reporting.unknown-indicator', field, values });
    else if (item.kind === 'indicator' && !askable.has(indicator.composition))
      faults.push({ code: 'reporting.not-askable', field, values });
    else if (item.kind === 'computed' && !shown.has(indicator.composition))
      faults.push({ code: 'reporting.not-computed', field, values });
  } else if (item.label === undefined) faults.push({ code: 'reporting.question-without-words', field });
  if (item.kind === 'choice' && item.choices.length < 2)
    faults.push({ code: 'reporting.too-few-choices', field });
  if (item.low !== null && item.high !== null && item.low > item.high)
    faults.push({ code: 'reporting.bounds-crossed', field });
  const unknown = item.by.find((name) => !categories.some(({ dimension }) => dimension === name));
  if (unknown !== undefined)
    faults.push({ code: 'reporting.unknown-dimension', field, values: { dimension: unknown } });
  if (crossingsOf(item.by, categories).length > mostCrossings)
    faults.push({ code: 'reporting.too-many-groups', field });
  return faults;
}

function faultsOfWhole(form: Form): Problem[] {
  const keys = form.sections.flatMap(({ items }) => items.map(({ key }) => key));
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  const told = form.sections.flatMap(({ items }) =>
    items.filter(isAsked).flatMap(({ indicator }) => indicator ?? []),
  );
  const toldTwice = told.filter((code, index) => told.indexOf(code) !== index);
  return [
    ...twice.map((key) => ({ code: 'reporting.key-twice', field: 'sections', values: { key } })),
    ...toldTwice.map((code) => ({ code: 'reporting.indicator-twice', field: 'sections', values: { code } })),
    ...form.sections.flatMap(({ items }) =>
      items.flatMap(({ formula, indicator }) =>
        (formula === null ? [] : partsNotAsked(form, formula)).map((part) => ({
          code: 'reporting.parts-not-asked',
          field: 'sections',
          values: { code: indicator ?? '', part },
        })),
      ),
    ),
    ...unknownNames(form).map((name) => ({
      code: 'reporting.rule-names-nothing',
      field: 'rules',
      values: { name },
    })),
  ];
}

function itemOf(
  item: WrittenItem,
  known: { readonly key: string; readonly indicator: Asked | null; readonly categories: Categories },
): Item {
  const { indicator } = known;
  const numeric = isNumeric(item);
  const counts = indicator?.composition === 'count' || indicator?.composition === 'stock';
  return {
    key: known.key,
    kind: item.kind,
    indicator: item.kind === 'indicator' || item.kind === 'computed' ? (item.indicator ?? null) : null,
    label: item.label ?? indicator?.title ?? known.key,
    help: item.help,
    unit: item.unit ?? (numeric || item.kind === 'computed' ? (indicator?.unit ?? null) : null),
    decimals: indicator?.decimals ?? item.decimals ?? 0,
    required: item.required && item.kind !== 'computed',
    low: item.low,
    high: item.high,
    least: indicator ? (indicator.lowBound ?? (counts ? 0 : null)) : null,
    most: indicator?.highBound ?? null,
    choices: item.choices,
    formula: item.kind === 'computed' && indicator ? formulaOf(indicator) : null,
    dimensions: [...item.by].toSorted(),
    crossings: item.kind === 'indicator' ? crossingsOf(item.by, known.categories) : [],
  };
}

function formulaOf({ composition, denominator, multiplier, numerator, rule }: Asked): Formula | null {
  if (composition === 'computed') return rule === null ? null : { kind: 'process', rule };
  return numerator === null
    ? null
    : { kind: 'ratio', numerator, denominator, multiplier: Number(multiplier) };
}

/** Every group of these dimensions, "sin dato" included: the parts must add up to the whole. */
function crossingsOf(dimensions: readonly string[], categories: Categories): Crossing[] {
  if (dimensions.length === 0) return [];
  return dimensions
    .reduce<{ parts: Record<string, string>; labels: string[] }[]>(
      (crossed, dimension) =>
        crossed.flatMap(({ parts, labels }) =>
          categories
            .filter((one) => one.dimension === dimension)
            .map((one) => ({ parts: { ...parts, [dimension]: one.code }, labels: [...labels, one.title] })),
        ),
      [{ parts: {}, labels: [] }],
    )
    .map(({ parts, labels }) => ({ key: crossingKey(parts), parts, label: labels.join(', ') }));
}
