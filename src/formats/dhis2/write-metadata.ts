import type { PeriodKind } from '#domain/indicators/period.ts';
import type { KnownDimension } from '#domain/values/import/category-words.ts';
import { uidOf } from './uid.ts';
import { comboCode, optionCode } from './write-value-set.ts';

export type DescribedIndicator = {
  readonly code: string;
  readonly title: string;
  readonly isCount: boolean;
  readonly adds: boolean;
  readonly description: string;
};

export type DescribedUnit = {
  readonly reference: string;
  readonly name: string;
  readonly parent: string | null;
};

const periodTypes: Readonly<Record<PeriodKind, string>> = {
  day: 'Daily',
  week: 'Weekly',
  month: 'Monthly',
  quarter: 'Quarterly',
  semester: 'SixMonthly',
  year: 'Yearly',
};

// These two are the same in every installation of DHIS2: the breaking down of what is not broken down.
const defaultCombo = 'bjDvmb4bfuf';
const short = (text: string) => text.slice(0, 50);
const named = (text: string) => ({ name: text.slice(0, 230), shortName: short(text) });

/**
 * What DHIS2 must know before it can take the figures of an indicator, as metadata that it imports: the element, the places with what they
 * lie in, the ways of breaking down with every crossing that occurs, and the set in which they are reported.
 */
export function writeMetadata(given: {
  readonly indicator: DescribedIndicator;
  readonly period: PeriodKind;
  readonly units: readonly DescribedUnit[];
  /** The dimensions by which the figures are broken down, with the groups and their titles in the reader's language. */
  readonly dimensions: readonly KnownDimension[];
  readonly crossings: readonly Readonly<Record<string, string>>[];
}): string {
  const { indicator, units, dimensions } = given;
  const combo = dimensions.length === 0 ? defaultCombo : uidOf('combo', comboOf(dimensions));
  const element = uidOf('element', indicator.code);
  const document = {
    ...groupsOf(dimensions, given.crossings, combo),
    organisationUnits: units.map(({ reference, name, parent }) => ({
      id: uidOf('unit', reference),
      code: reference,
      ...named(name),
      openingDate: '1900-01-01',
      ...(parent === null ? {} : { parent: { id: uidOf('unit', parent) } }),
    })),
    dataElements: [
      {
        id: element,
        code: indicator.code,
        ...named(indicator.title),
        description: indicator.description,
        domainType: 'AGGREGATE',
        valueType: indicator.isCount ? 'INTEGER_ZERO_OR_POSITIVE' : 'NUMBER',
        aggregationType: indicator.adds ? 'SUM' : 'NONE',
        zeroIsSignificant: true,
        categoryCombo: { id: combo },
      },
    ],
    dataSets: [
      {
        id: uidOf('set', indicator.code),
        code: indicator.code,
        ...named(indicator.title),
        periodType: periodTypes[given.period],
        dataSetElements: [{ dataElement: { id: element }, categoryCombo: { id: combo } }],
        organisationUnits: units.map(({ reference }) => ({ id: uidOf('unit', reference) })),
      },
    ],
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

const comboOf = (dimensions: readonly KnownDimension[]) => dimensions.map(({ code }) => code).join(' ');

function groupsOf(
  dimensions: readonly KnownDimension[],
  crossings: readonly Readonly<Record<string, string>>[],
  combo: string,
) {
  if (dimensions.length === 0) return {};
  const optionOf = (dimension: string, category: string) => ({
    id: uidOf('option', optionCode(dimension, category)),
  });
  const title = ({ code, titles }: { code: string; titles: readonly string[] }) => titles[0] ?? code;
  return {
    categoryOptions: dimensions.flatMap((dimension) =>
      dimension.categories.map((category) => ({
        ...optionOf(dimension.code, category.code),
        code: optionCode(dimension.code, category.code),
        ...named(`${title(dimension)}: ${title(category)}`),
        formName: title(category),
      })),
    ),
    categories: dimensions.map((dimension) => ({
      id: uidOf('category', dimension.code),
      code: dimension.code,
      ...named(title(dimension)),
      dataDimensionType: 'DISAGGREGATION',
      dataDimension: true,
      categoryOptions: dimension.categories.map(({ code }) => optionOf(dimension.code, code)),
    })),
    categoryCombos: [
      {
        id: combo,
        code: comboOf(dimensions),
        name: dimensions.map(title).join(' × '),
        dataDimensionType: 'DISAGGREGATION',
        categories: dimensions.map(({ code }) => ({ id: uidOf('category', code) })),
      },
    ],
    categoryOptionCombos: crossings.map((parts) => ({
      id: uidOf('crossing', comboCode(parts)),
      code: comboCode(parts),
      name: comboCode(parts),
      categoryCombo: { id: combo },
      categoryOptions: Object.entries(parts).map(([dimension, category]) => optionOf(dimension, category)),
    })),
  };
}
