import { fold } from '#domain/shared/fold.ts';
import {
  nameForms,
  propertyNames,
  territoriesNamed,
  type JoinFeature,
  type JoinTerritory,
  type NameIndex,
} from './boundary-names.ts';

/** The name under which a feature's own id is listed among the properties. */
export const featureId = '@id';

/** Which properties of a layer say which territory a feature is. */
export type BoundaryKeys = {
  readonly code: string | null;
  readonly iso: string | null;
  readonly name: string | null;
  /** Properties that name what lies above. */
  readonly parents: readonly string[];
};

const usualCodeName = /^(?:@id$|cod|cd|cve|id|dpa|dta|ubigeo|pcode|adm\d_?p?code)|code$|_id$|_cod$/i;

export function valueOf(feature: JoinFeature, property: string): string | null {
  const value = property === featureId ? feature.id : feature.properties[property];
  return value === null || value === undefined || value === '' ? null : String(value).trim();
}

/**
 * The code that a value would be, had it not lost its leading zeros: "801" would be "0801".
 * @returns null where nothing was lost or no such code exists
 */
export function codeWithZeros(value: string, codes: ReadonlySet<string>): string | null {
  if (!/^\d+$/.test(value)) return null;
  for (let length = value.length + 1; length <= value.length + 3; length++) {
    const padded = value.padStart(length, '0');
    if (codes.has(padded)) return padded;
  }
  return null;
}

/**
 * Guesses which property holds the code, the ISO code, the name and the names above. A property is believed only
 * where at least half of the features answer to it: a running number meets a code here and there.
 */
export function findKeys(
  features: readonly JoinFeature[],
  territories: readonly JoinTerritory[],
  names: NameIndex,
  kindWords: readonly string[],
): BoundaryKeys {
  const properties = [featureId, ...propertyNames(features)];
  const codes = new Set(territories.map((territory) => territory.code));
  const isoCodes = new Set(
    territories.flatMap(({ isoCode }) => (isoCode === null ? [] : [isoCode.toUpperCase()])),
  );
  const ancestors = new Set(
    territories.flatMap((one) => one.ancestors.flatMap((name) => nameForms(name, kindWords))),
  );
  const best = (answers: (value: string) => string | null | undefined) =>
    bestProperty(features, properties, Math.min(features.length, territories.length), answers);

  const code =
    best((value) => (codes.has(value) ? value : null)) ??
    best((value) => (codes.has(value) ? value : codeWithZeros(value, codes)));
  const name = best((value) => {
    const found = territoriesNamed(names, value, kindWords);
    return found.size > 0 ? fold(value) : null;
  });
  const parents = properties.filter((property) => {
    if (property === name || property === featureId) return false;
    const known = features.filter((feature) => {
      const value = valueOf(feature, property);
      return value !== null && nameForms(value, kindWords).some((form) => ancestors.has(form));
    });
    return known.length * 2 >= features.length;
  });
  return { code, iso: best((value) => (isoCodes.has(value.toUpperCase()) ? value : null)), name, parents };
}

/** The property under which most different answers are found, and at least half of those possible. */
function bestProperty(
  features: readonly JoinFeature[],
  properties: readonly string[],
  possible: number,
  answer: (value: string) => string | null | undefined,
): string | null {
  const scored = properties.map((property) => {
    const answers = features.map((feature) => {
      const value = valueOf(feature, property);
      return value === null ? null : answer(value);
    });
    const found = new Set(answers.filter((one) => one !== null && one !== undefined));
    return {
      property,
      score: found.size + (usualCodeName.test(property) ? 0.5 : 0),
      isEnough: found.size * 2 >= possible,
    };
  });
  const enough = scored.filter(({ isEnough, score }) => isEnough && score >= 1);
  return enough.toSorted((one, other) => other.score - one.score)[0]?.property ?? null;
}
