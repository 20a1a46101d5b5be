import type { z } from 'zod';
import type { Problem } from '#domain/shared/refusal.ts';
import { manifestSchema } from '#domain/territories/manifest-schema.ts';
import type { PackManifest, TerritoriesPack } from '#domain/territories/pack.ts';
import { mostPeople, parseSharedWith, populationMethods } from '#domain/territories/populations.ts';
import { problemsOfSuccessions, successionKinds } from '#domain/territories/successions.ts';
import { problemsOfTree } from '#domain/territories/tree.ts';
import { cellReader, type CellReader } from './cells.ts';
import { problemsOfNames } from './pack-names.ts';
import { readRows } from './read-rows.ts';

const columns = {
  'sources.csv': 'id title publisher address published licence verified note'.split(' '),
  'territories.csv':
    'code name kind parent_code iso_code valid_from valid_to longitude latitude area_km2 source note'.split(
      ' ',
    ),
  'populations.csv': 'code year people shared_with shared_people counted_elsewhere method source note'.split(
    ' ',
  ),
  'aliases.csv': 'code name kind source'.split(' '),
  'successions.csv': 'predecessor successor on_date kind source note'.split(' '),
  'overlaps.csv': 'territory other share source note'.split(' '),
};

type Sheet = keyof typeof columns;

/** The files of a pack that say what territories there are. */
export const territoriesPackFiles = ['manifest.json', ...(Object.keys(columns) as Sheet[])] as const;

/**
 * Reads what a pack says of territories, from the texts of its files. Every fault is told at once, with file, row and field;
 * there is a pack only where there is none.
 */
export function readTerritoriesPack(texts: Readonly<Record<string, string>>): {
  pack: TerritoriesPack | null;
  problems: Problem[];
} {
  const { manifest, problems } = readManifest(texts['manifest.json'] ?? '');
  if (!manifest) return { pack: null, problems };
  const sources = readSheet(texts, 'sources.csv', readSource, problems);
  const territories = readSheet(texts, 'territories.csv', readTerritory, problems);
  const populations = readSheet(texts, 'populations.csv', readPopulation, problems);
  const aliases = readSheet(texts, 'aliases.csv', readAlias, problems);
  const successions = readSheet(texts, 'successions.csv', readSuccession, problems);
  const overlaps = readSheet(texts, 'overlaps.csv', readOverlap, problems);
  const placed = territories.map((draft, index) => ({ draft, row: index + 2 }));
  const histories = successions.map((one, index) => ({ ...one, row: index + 2 }));
  const pack = { manifest, sources, territories, populations, aliases, successions, overlaps };
  problems.push(
    ...problemsOfTree(placed, manifest.kinds).map((problem) => ({ ...problem, sheet: 'territories.csv' })),
    ...problemsOfSuccessions(histories).map((problem) => ({ ...problem, sheet: 'successions.csv' })),
    ...problemsOfNames(pack),
  );
  return { pack: problems.length === 0 ? pack : null, problems };
}

function readManifest(text: string): { manifest: PackManifest | null; problems: Problem[] } {
  const sheet = 'manifest.json';
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return {
      manifest: null,
      problems: [{ code: text === '' ? 'territories.file-missing' : 'territories.not-json', sheet }],
    };
  }
  const result = manifestSchema.safeParse(json);
  if (result.success) return { manifest: result.data, problems: [] };
  return {
    manifest: null,
    problems: result.error.issues.map((issue) => ({ sheet, ...problemOfIssue(issue) })),
  };
}

function problemOfIssue(issue: z.core.$ZodIssue): Problem {
  const code = issue.message.startsWith('territories.') ? issue.message : 'territories.manifest-field';
  return { code, field: issue.path.map(String).join('.') };
}

type Cells = CellReader<string>;

function readSheet<T>(
  texts: Readonly<Record<string, string>>,
  sheet: Sheet,
  read: (cells: Cells) => T,
  problems: Problem[],
): T[] {
  const text = texts[sheet];
  if (text === undefined || text === '') {
    problems.push({ code: 'territories.file-missing', sheet });
    return [];
  }
  const found = readRows<string>(sheet, text, columns[sheet]);
  problems.push(...found.problems);
  return found.rows.map(({ row, cells }) => {
    const reader = cellReader(cells, { sheet, row });
    const draft = read(reader);
    problems.push(...reader.problems);
    return draft;
  });
}

function readSource(cells: Cells) {
  return {
    id: cells.required('id'),
    title: cells.required('title'),
    publisher: cells.text('publisher'),
    address: cells.text('address'),
    published: cells.text('published'),
    licence: cells.text('licence'),
    verified: cells.truth('verified'),
    note: cells.text('note'),
  };
}

function readTerritory(cells: Cells) {
  return {
    code: cells.required('code'),
    name: cells.required('name'),
    kind: cells.required('kind'),
    parentCode: cells.text('parent_code'),
    isoCode: cells.text('iso_code'),
    validFrom: cells.day('valid_from'),
    validTo: cells.day('valid_to'),
    longitude: cells.number('longitude'),
    latitude: cells.number('latitude'),
    areaKm2: cells.number('area_km2'),
    sourceId: cells.text('source'),
    note: cells.text('note'),
  };
}

function readPopulation(cells: Cells) {
  const sharedWith = cells.text('shared_with');
  const sharedPeople = readPeople(cells, 'shared_people');
  const people = readPeople(cells, 'people');
  if ((people === null) === (sharedPeople === null) || (sharedWith === null) !== (sharedPeople === null)) {
    cells.fault('territories.own-or-shared', 'people');
  }
  const year = cells.wholeNumber('year') ?? Number(cells.required('year'));
  if (!(year >= 1500 && year <= 2200)) cells.fault('territories.not-a-year', 'year', { given: String(year) });
  return {
    code: cells.required('code'),
    year,
    people,
    shared:
      sharedWith === null || sharedPeople === null
        ? null
        : { codes: parseSharedWith(sharedWith), people: sharedPeople },
    countedElsewhere: cells.truth('counted_elsewhere'),
    method: cells.oneOf('method', populationMethods, 'census'),
    sourceId: cells.required('source'),
    note: cells.text('note'),
  };
}

function readPeople(cells: Cells, column: string): number | null {
  const people = cells.wholeNumber(column);
  if (people !== null && people < 0) return cells.fault('territories.less-than-nobody', column);
  if (people !== null && people > mostPeople) return cells.fault('territories.too-many-people', column);
  return people;
}

function readAlias(cells: Cells) {
  return {
    code: cells.required('code'),
    name: cells.required('name'),
    kind: cells.oneOf('kind', ['alias', 'former', 'official', 'short'], 'alias'),
    sourceId: cells.text('source'),
  };
}

function readSuccession(cells: Cells) {
  return {
    predecessor: cells.required('predecessor'),
    successor: cells.required('successor'),
    onDate: cells.day('on_date'),
    kind: cells.oneOf('kind', successionKinds, 'split'),
    sourceId: cells.text('source'),
    note: cells.text('note'),
  };
}

function readOverlap(cells: Cells) {
  const share = cells.number('share');
  if (share !== null && !(share > 0 && share <= 1)) {
    cells.fault('territories.not-a-share', 'share', { given: String(share) });
  }
  return {
    code: cells.required('territory'),
    other: cells.required('other'),
    share,
    sourceId: cells.text('source'),
    note: cells.text('note'),
  };
}
