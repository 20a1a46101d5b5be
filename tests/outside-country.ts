import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '#services/context.ts';
import { loadPack } from '#services/territories/load-pack.ts';

/** A country as a test makes it from the codes of somebody's file: two levels at most, nothing of it is shipped. */
export type OutsideCountry = {
  readonly code: string;
  readonly numberBase: number;
  readonly name: string;
  readonly levels: readonly { readonly kind: string; readonly digits: number }[];
  readonly places: readonly { readonly code: string; readonly name: string; readonly parent: string }[];
  readonly aliases?: readonly { readonly code: string; readonly name: string }[];
};

/** Loads such a country, as a pack is loaded. */
export async function loadOutsideCountry(context: Context, country: OutsideCountry): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'country-'));
  try {
    const files = { 'manifest.json': JSON.stringify(manifestOf(country)), ...sheetsOf(country) };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    await loadPack(context, { folder });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function manifestOf({ code, name, numberBase, levels }: OutsideCountry) {
  const kind = (word: string, level: number, digits: number | null) => ({
    kind: word,
    level,
    name: { es: word, en: word },
    plural: { es: `${word}s`, en: `${word}s` },
    codeDigits: digits,
    codePattern: digits === null ? null : `^\\d{${digits}}$`,
  });
  return {
    code,
    name: { es: name, en: name },
    packVersion: '1',
    numberBase,
    currency: 'XTS',
    locale: 'es-PA',
    timeZone: 'America/Panama',
    paper: 'a4',
    phonePrefix: '+999',
    languages: ['es', 'en'],
    changeovers: [],
    mapFrame: { west: 0, south: 0, east: 4, north: 4 },
    kinds: [
      kind('country', 0, null),
      ...levels.map((level, index) => kind(level.kind, index + 1, level.digits)),
    ],
  };
}

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

function sheetsOf({ code, levels, places, aliases = [] }: OutsideCountry): Record<string, string> {
  const source = `${code.toLowerCase()}.file`;
  const kindOf = (own: string) => levels.find(({ digits }) => digits === own.length)?.kind ?? '';
  const lines = (header: string, rows: readonly (readonly string[])[]) =>
    `${[header, ...rows.map((row) => row.map(cell).join(','))].join('\n')}\n`;
  return {
    'sources.csv': lines('id,title,publisher,address,published,licence,verified,note', [
      [source, 'Códigos de un archivo de prueba', '', '', '', '', 'false', ''],
    ]),
    'territories.csv': lines(
      'code,name,kind,parent_code,iso_code,valid_from,valid_to,longitude,latitude,area_km2,source,note',
      places.map((place) => [
        place.code,
        place.name,
        kindOf(place.code),
        place.parent,
        ...Array<string>(6).fill(''),
        source,
        '',
      ]),
    ),
    'aliases.csv': lines(
      'code,name,kind,source',
      aliases.map((one) => [one.code, one.name, 'alias', source]),
    ),
    'populations.csv': 'code,year,people,shared_with,shared_people,counted_elsewhere,method,source,note\n',
    'successions.csv': 'predecessor,successor,on_date,kind,source,note\n',
    'overlaps.csv': 'territory,other,share,source,note\n',
  };
}
