import { fold } from '#domain/shared/fold.ts';
import { categoryOfText, dimensionOfHeader, isKnownCategory, type KnownDimension } from './category-words.ts';
import type { DescribedPart, Dictionary } from './dictionary.ts';

type Parts = Readonly<Record<string, string>>;

// The crossing of everything; the mark is the same in every installation of DHIS2.
const wholes = new Set(['', 'default', 'hllvx50cxc0', 'total']);

/**
 * The crossing that a text of an exchange file stands for: «default», what the dictionary says of its mark, groups by name as in
 * "sex=f&age=15-17", or the names of groups with commas, "Female, 15-24 years".
 * @returns the category of each dimension, {} for the whole; null where a part is not known
 */
export function crossingOfText(
  text: string,
  dimensions: readonly KnownDimension[],
  dictionary: Dictionary,
): Parts | null {
  if (wholes.has(text.trim().toLowerCase())) return {};
  const described = dictionary.crossings.get(text);
  if (described) return joined(described.parts.map((part) => describedPart(part, dimensions)));
  if (text.includes('='))
    return joined(text.split(/[&;]/).map((pair) => namedPart(pair, dimensions, dictionary)));
  return isMark(text) ? null : joined(text.split(',').map((group) => loneGroup(group, dimensions)));
}

// Eleven letters and figures are a mark and no words: «AroSt3y4ir0» speaks of no children from 3 to 4.
const isMark = (text: string) => /^[A-Za-z][A-Za-z0-9]{10}$/.test(text);

type Part = readonly [dimension: string, category: string] | null;

// Two parts of one dimension say that something was misunderstood.
function joined(parts: readonly Part[]): Parts | null {
  const found = parts.filter((part) => part !== null);
  const crossing = Object.fromEntries(found);
  return found.length === parts.length && Object.keys(crossing).length === parts.length ? crossing : null;
}

function describedPart({ category, option }: DescribedPart, dimensions: readonly KnownDimension[]): Part {
  const code = firstOf(category, (name) => dimensionOfHeader(name, dimensions));
  const dimension = dimensions.find((one) => one.code === code);
  const words = option.filter((name) => !isMark(name));
  if (!dimension) return null;
  const group =
    firstOf(words, (name) => categoryOfText(name, dimension)) ??
    firstOf(words, (name) => categoryByWord(name, dimension));
  return group === null ? null : [dimension.code, group];
}

// «TA Female», TA_F: of a group with something before its name the one word that names a group is meant.
function categoryByWord(name: string, dimension: KnownDimension): string | null {
  const unknown = new Set(dimension.categories.filter(({ isUnknown }) => isUnknown).map(({ code }) => code));
  const named = name
    .split(/[\s_]+/)
    .map((word) => categoryOfText(word, dimension))
    .filter((category) => category !== null && !unknown.has(category));
  const [only, ...others] = new Set(named);
  return others.length === 0 ? (only ?? null) : null;
}

function namedPart(pair: string, dimensions: readonly KnownDimension[], dictionary: Dictionary): Part {
  const cut = pair.indexOf('=');
  const [category, option] = [pair.slice(0, cut).trim(), pair.slice(cut + 1).trim()];
  // As it is written here it is plain; else what the other system calls both.
  const own = dimensions.find(({ code }) => code === category);
  const plain = own && option.startsWith(`${own.code}.`) ? option.slice(own.code.length + 1) : option;
  if (own && isKnownCategory(own, plain)) return [own.code, plain];
  const names = (text: string) => [...(dictionary.groups.get(text) ?? []), text];
  return describedPart({ category: names(category), option: names(option) }, dimensions);
}

// «Female» is a group of one dimension only, or it is asked about.
function loneGroup(text: string, dimensions: readonly KnownDimension[]): Part {
  if (fold(text) === '') return null;
  const found = dimensions.flatMap((dimension) => {
    const category = categoryOfText(text, dimension);
    const isUnknown = dimension.categories.some((one) => one.code === category && one.isUnknown);
    return category === null || isUnknown ? [] : [[dimension.code, category] as const];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

function firstOf(names: readonly string[], find: (name: string) => string | null): string | null {
  for (const name of names) {
    const found = find(name);
    if (found !== null) return found;
  }
  return null;
}
