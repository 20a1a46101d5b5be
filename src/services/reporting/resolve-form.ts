import type { z } from 'zod';
import type { writtenForm } from '#contract/reporting/shapes.ts';
import { findAskedIndicators, findCategories } from '#database/reporting/form-store.ts';
import {
  crossingKey,
  isNumeric,
  unknownNames,
  type Crossing,
  type Form,
  type Item,
} from '#domain/reporting/form.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import type { Transaction } from '../context.ts';

type Written = { readonly [Key in keyof typeof writtenForm]: z.output<(typeof writtenForm)[Key]> };
type WrittenItem = Written['sections'][number]['items'][number];
type Asked = Awaited<ReturnType<typeof findAskedIndicators>>[number];
type Categories = Awaited<ReturnType<typeof findCategories>>;

/** What can be told by a report: what adds up or is told as it is. Ratios and computed figures are worked out from others. */
const askable = new Set(['count', 'stock', 'distinct', 'estimate']);
const mostCrossings = 200;

/**
 * A form as it is kept: indicators with their unit, bounds and groups as they are today.
 * @throws Refusal `reporting.form-faults` with every fault at once
 */
export async function resolveForm(
  tx: Transaction,
  written: Omit<Written, 'title'>,
  country: string,
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
    rules: written.rules.map((rule, index) => ({ key: `r${index + 1}`, ...rule })),
  };
  problems.push(...faultsOfWhole(form));
  if (problems.length > 0) throw refuse('reporting.form-faults', { problems });
  return form;
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
  if (item.kind === 'indicator') {
    if (indicator === null || (indicator.country !== null && indicator.country !== country))
      faults.push({ code: 'reporting.unknown-indicator', field, values });
    else if (!askable.has(indicator.composition))
      faults.push({ code: 'reporting.not-askable', field, values });
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
  const told = form.sections.flatMap(({ items }) => items.flatMap(({ indicator }) => indicator ?? []));
  const toldTwice = told.filter((code, index) => told.indexOf(code) !== index);
  return [
    ...twice.map((key) => ({ code: 'reporting.key-twice', field: 'sections', values: { key } })),
    ...toldTwice.map((code) => ({ code: 'reporting.indicator-twice', field: 'sections', values: { code } })),
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
    indicator: item.kind === 'indicator' ? (item.indicator ?? null) : null,
    label: item.label ?? indicator?.title ?? known.key,
    help: item.help,
    unit: item.unit ?? (numeric ? (indicator?.unit ?? null) : null),
    decimals: indicator?.decimals ?? item.decimals ?? 0,
    required: item.required,
    low: item.low,
    high: item.high,
    least: indicator ? (indicator.lowBound ?? (counts ? 0 : null)) : null,
    most: indicator?.highBound ?? null,
    choices: item.choices,
    dimensions: [...item.by].toSorted(),
    crossings: item.kind === 'indicator' ? crossingsOf(item.by, known.categories) : [],
  };
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
