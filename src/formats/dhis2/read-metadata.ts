import type {
  DescribedElement,
  DescribedPart,
  DescribedPlace,
  Dictionary,
} from '#domain/values/import/dictionary.ts';
import { decodedPieces, encodingOf } from './decode-pieces.ts';
import { beginningOf, packingOf, unpackedBytes } from '../values/open-bytes.ts';
import { refuse } from './refusals.ts';

const mostCharacters = 64 * 1024 * 1024;

type Item = Readonly<Record<string, unknown>>;

/**
 * The dictionary in a metadata file of DHIS2 in JSON, also packed.
 * @throws {Refusal} `dhis2.not-metadata` for anything else, `dhis2.unreadable`, `dhis2.metadata-too-large`
 */
export async function readMetadata(path: string): Promise<Dictionary> {
  const packing = packingOf(await beginningOf(unpackedBytes(path, 'none'), 4096));
  const opening = await beginningOf(unpackedBytes(path, packing), 4096);
  let text = '';
  for await (const piece of decodedPieces(unpackedBytes(path, packing), encodingOf(opening))) {
    text += piece;
    if (text.length > mostCharacters)
      throw refuse('dhis2.metadata-too-large', { values: { megabytes: mostCharacters / 1024 / 1024 } });
  }
  return dictionaryOf(parsed(text));
}

function parsed(text: string): unknown {
  if (!text.trimStart().startsWith('{')) throw refuse('dhis2.not-metadata');
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('dhis2.unreadable', { values: { line: text.split('\n').length } });
  }
}

/** The dictionary in a metadata document that is already parsed. */
export function dictionaryOf(root: unknown): Dictionary {
  const elements = itemsOf(root, 'dataElements').map(elementOf);
  const types = new Map(itemsOf(root, 'indicatorTypes').map((one) => [textOf(one, 'id'), one]));
  const units = itemsOf(root, 'organisationUnits');
  const combos = itemsOf(root, 'categoryOptionCombos');
  const [indicators, sets] = [itemsOf(root, 'indicators'), itemsOf(root, 'dataSets')];
  const described = [elements, units, combos, itemsOf(root, 'categoryOptions'), indicators, sets];
  if (described.every((list) => list.length === 0)) throw refuse('dhis2.not-metadata');
  const places = placesOf(units);
  const crossings = crossingsOf(root);
  return {
    elements: byMarks(
      [...elements, ...indicators.map((one) => computedOf(one, types))].map((one) => [
        [one.id, one.code, one.name],
        one,
      ]),
    ),
    places: byMarks(units.map((unit) => [marksOf(unit), places(unit)])),
    crossings: byMarks(combos.map((combo) => [marksOf(combo), crossings(combo)])),
    groups: byMarks(
      ['categories', 'categoryOptions'].flatMap((list) =>
        itemsOf(root, list).map((item) => [marksOf(item), namesOf(item)] as const),
      ),
    ),
    counts: {
      elements: elements.length,
      places: units.length,
      crossings: combos.length,
      indicators: indicators.length,
      sets: sets.length,
    },
  };
}

function itemsOf(root: unknown, name: string): Item[] {
  const list = isItem(root) ? root[name] : null;
  return Array.isArray(list) ? list.filter((one) => isItem(one) && textOf(one, 'id') !== null) : [];
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(item: Item, name: string): string | null {
  const value = item[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function idsOf(item: Item, name: string): string[] {
  const list = item[name];
  return (Array.isArray(list) ? list : []).flatMap((one) => (isItem(one) ? (textOf(one, 'id') ?? []) : []));
}

const marksOf = (item: Item) => [textOf(item, 'id'), textOf(item, 'code'), textOf(item, 'name')];

// Names before codes: people read them, and so do the words by which groups are recognised here.
const namesOf = (item: Item) =>
  ['name', 'shortName', 'displayName', 'formName', 'code'].flatMap((name) => textOf(item, name) ?? []);

// The first that is called so is meant: a mark is never taken by another's name.
function byMarks<Thing>(
  things: readonly (readonly [marks: readonly (string | null)[], thing: Thing])[],
): Map<string, Thing> {
  const found = new Map<string, Thing>();
  for (const index of [0, 1, 2])
    for (const [marks, thing] of things) {
      const mark = marks[index];
      if (mark && !found.has(mark)) found.set(mark, thing);
    }
  return found;
}

const counts = /^INTEGER_(ZERO_OR_)?POSITIVE$|^INTEGER$/;
const numbers = /^(NUMBER|INTEGER\w*|UNIT_INTERVAL|PERCENTAGE)$/;

function elementOf(item: Item): DescribedElement {
  const valueType = textOf(item, 'valueType') ?? 'NUMBER';
  const name = textOf(item, 'name') ?? textOf(item, 'displayName') ?? textOf(item, 'id') ?? '';
  return {
    id: textOf(item, 'id') ?? '',
    code: textOf(item, 'code'),
    name,
    shortName: textOf(item, 'shortName'),
    description: textOf(item, 'description'),
    values: counts.test(valueType) ? 'counts' : numbers.test(valueType) ? 'numbers' : 'other',
    valueType,
    adding: addingOf(textOf(item, 'aggregationType') ?? 'SUM'),
  };
}

// LAST adds up over places and takes the last in time; LAST_AVERAGE_ORG_UNIT is an average of places.
function addingOf(aggregation: string): DescribedElement['adding'] {
  if (aggregation === 'SUM') return 'sum';
  return aggregation === 'LAST' || aggregation === 'LAST_IN_PERIOD' ? 'last' : 'none';
}

// What is computed there is of a type of its own, «Per 100 000», and is never added up.
function computedOf(item: Item, types: ReadonlyMap<string | null, Item>): DescribedElement {
  const type = item['indicatorType'];
  const described = types.get(isItem(type) ? textOf(type, 'id') : null) ?? (isItem(type) ? type : {});
  return {
    ...elementOf({ ...item, valueType: 'NUMBER' }),
    valueType: textOf(described, 'name') ?? 'INDICATOR',
    adding: 'none',
  };
}

function placesOf(units: readonly Item[]): (unit: Item) => DescribedPlace {
  const byId = new Map(units.map((unit) => [textOf(unit, 'id'), unit]));
  const above = (unit: Item): string | null => {
    const { parent } = unit;
    const own = textOf(unit, 'path')?.split('/').at(-2);
    return isItem(parent) ? textOf(parent, 'id') : own || null;
  };
  return (unit) => {
    const names: string[] = [];
    const seen = new Set<Item>();
    for (let one: Item | undefined = unit; one && !seen.has(one); one = byId.get(above(one))) {
      seen.add(one);
      names.unshift(textOf(one, 'name') ?? textOf(one, 'displayName') ?? '');
    }
    return { code: textOf(unit, 'code'), names: names.filter((name) => name !== '') };
  };
}

function crossingsOf(root: unknown) {
  const options = new Map(itemsOf(root, 'categoryOptions').map((one) => [textOf(one, 'id'), one]));
  const categories = itemsOf(root, 'categories').map((one) => ({
    id: textOf(one, 'id'),
    names: namesOf(one),
    options: new Set(idsOf(one, 'categoryOptions')),
  }));
  const ofCombo = new Map(
    itemsOf(root, 'categoryCombos').map((one) => [textOf(one, 'id'), new Set(idsOf(one, 'categories'))]),
  );
  return (combo: Item): { name: string; parts: DescribedPart[] } => {
    const name = textOf(combo, 'name') ?? textOf(combo, 'code') ?? '';
    if (name === 'default') return { name, parts: [] };
    const parent = combo['categoryCombo'];
    const own = ofCombo.get(isItem(parent) ? textOf(parent, 'id') : null);
    const parts = idsOf(combo, 'categoryOptions').map((id): DescribedPart => {
      const holding = categories.filter((one) => one.options.has(id));
      const category = holding.find((one) => own?.has(one.id ?? '')) ?? holding[0];
      const option = options.get(id);
      return { category: category?.names ?? [], option: option ? namesOf(option) : [] };
    });
    return { name, parts };
  };
}
