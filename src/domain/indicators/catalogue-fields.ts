import type { CatalogueIndicator } from './catalogue-schema.ts';
import type { DefinitionFields, IndicatorFields } from './indicator.ts';

/** An indicator of a catalogue, as the rest of the software speaks of indicators. */
export function fieldsOfCatalogue(given: CatalogueIndicator): IndicatorFields {
  const { denominator } = given;
  const ofPopulation = denominator === 'population';
  return {
    code: given.code,
    title: given.title.es,
    titleEn: given.title.en,
    topic: given.topic,
    composition: given.composition,
    unit: given.unit.es,
    unitEn: given.unit.en,
    decimals: given.decimals,
    direction: given.direction,
    countsPeople: given.countsPeople,
    countingUnit: given.countingUnit,
    numerator: given.numerator,
    denominatorKind: denominator === null ? null : ofPopulation ? 'population' : 'indicator',
    denominator: ofPopulation ? null : denominator,
    whole: given.whole,
    multiplier: given.multiplier,
    finestPeriod: given.finestPeriod,
    lowBound: given.lowBound,
    highBound: given.highBound,
    rule: given.rule,
    framework: given.framework,
    sdgCodes: given.sdg,
    iccsCodes: given.iccs,
    dimensions: given.dimensions
      .map((dimension) => ({ dimension, isRequired: false }))
      .toSorted((one, other) => (one.dimension < other.dimension ? -1 : 1)),
  };
}

/** The wording of an indicator's definition in a catalogue. */
export function definitionOfCatalogue(given: CatalogueIndicator): DefinitionFields {
  return {
    definition: given.definition.es,
    definitionEn: given.definition.en,
    numeratorWords: given.numeratorWords?.es ?? null,
    numeratorWordsEn: given.numeratorWords?.en ?? null,
    denominatorWords: given.denominatorWords?.es ?? null,
    denominatorWordsEn: given.denominatorWords?.en ?? null,
    method: given.method?.es ?? null,
    methodEn: given.method?.en ?? null,
    limits: given.limits?.es ?? null,
    limitsEn: given.limits?.en ?? null,
    isVerified: given.verified,
  };
}
