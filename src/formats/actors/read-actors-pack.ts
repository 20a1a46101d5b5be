import { parse } from 'csv-parse/sync';
import { preventionFunctions } from '#domain/actors/functions.ts';
import type { ActorsPack } from '#domain/actors/pack.ts';
import {
  authorityKinds,
  expectations,
  organisationKinds,
  organisationLevels,
  preventionLevels,
  sectors,
  structureKinds,
  successionKinds,
} from '#domain/actors/vocabulary.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { CellReader, type PackRow } from './pack-cells.ts';

/** The files of a pack that speak of actors; a pack may lack any of them. */
export const actorsPackFiles = [
  'sources-actors.csv',
  'organisations.csv',
  'organisation-names.csv',
  'organisation-successions.csv',
  'authorities.csv',
  'structures.csv',
  'prevention-work.csv',
  'norms.csv',
] as const;
export type ActorsPackFile = (typeof actorsPackFiles)[number];
type Texts = Readonly<Partial<Record<ActorsPackFile, string>>>;

/** Turns the texts of a pack's files into what they say, with every fault found. */
export function readActorsPack(texts: Texts): {
  readonly pack: ActorsPack;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const rowsOf = <T>(file: ActorsPackFile, make: (cells: CellReader) => T): T[] => {
    const rows: PackRow[] = parse(texts[file] ?? '', { columns: true, bom: true, skip_empty_lines: true });
    return rows.map((row, index) => {
      const cells = new CellReader(file, row, index + 2);
      const made = make(cells);
      problems.push(...cells.problems);
      return made;
    });
  };
  const pack: ActorsPack = {
    sources: rowsOf('sources-actors.csv', source),
    organisations: rowsOf('organisations.csv', organisation),
    names: rowsOf('organisation-names.csv', formerName),
    successions: rowsOf('organisation-successions.csv', succession),
    authorities: rowsOf('authorities.csv', authority),
    structures: rowsOf('structures.csv', structure),
    work: rowsOf('prevention-work.csv', work),
    norms: rowsOf('norms.csv', norm),
  };
  return { pack, problems: [...problems, ...danglingKeys(pack)] };
}

const source = (cells: CellReader) => ({
  id: cells.required('id'),
  country: cells.optional('country'),
  title: cells.required('title'),
  publisher: cells.optional('publisher'),
  address: cells.optional('address'),
  published: cells.optional('published'),
  licence: cells.optional('licence'),
  note: cells.optional('note'),
  verified: cells.boolean('verified'),
});

const term = (cells: CellReader) => ({ validFrom: cells.day('valid_from'), validTo: cells.day('valid_to') });

const organisation = (cells: CellReader) => ({
  key: cells.required('key'),
  territory: cells.text('territory'),
  name: cells.required('name'),
  shortName: cells.optional('short_name'),
  kind: cells.oneOf('kind', organisationKinds),
  sector: cells.oneOf('sector', sectors),
  level: cells.oneOf('level', organisationLevels),
  parent: cells.optional('parent'),
  mandate: cells.optional('mandate'),
  website: cells.optional('website'),
  ...term(cells),
  standing: cells.oneOf('standing', ['active', 'ended']),
  source: cells.optional('source'),
});

const formerName = (cells: CellReader) => ({
  organisation: cells.required('organisation'),
  name: cells.required('name'),
  shortName: cells.optional('short_name'),
  ...term(cells),
  reason: cells.optional('reason'),
  source: cells.optional('source'),
});

const succession = (cells: CellReader) => ({
  predecessor: cells.required('predecessor'),
  successor: cells.required('successor'),
  onDate: cells.day('on_date'),
  kind: cells.oneOf('kind', successionKinds),
  note: cells.optional('note'),
  source: cells.optional('source'),
});

const authority = (cells: CellReader) => ({
  territory: cells.text('territory'),
  organisation: cells.required('organisation'),
  kind: cells.oneOf('kind', authorityKinds),
  ...term(cells),
  source: cells.optional('source'),
  note: cells.optional('note'),
});

const structure = (cells: CellReader) => ({
  key: cells.required('key'),
  territory: cells.text('territory'),
  kind: cells.oneOf('kind', structureKinds),
  name: cells.required('name'),
  mandate: cells.optional('mandate'),
  legalBasis: cells.optional('legal_basis'),
  secretariat: cells.optional('secretariat'),
  ...term(cells),
  source: cells.optional('source'),
});

const work = (cells: CellReader) => ({
  organisation: cells.required('organisation'),
  territory: cells.text('territory'),
  function: cells.oneOf('function', preventionFunctions),
  description: cells.optional('description'),
  targetGroup: cells.optional('target_group'),
  preventionLevel:
    cells.optional('prevention_level') === null ? null : cells.oneOf('prevention_level', preventionLevels),
  source: cells.optional('source'),
});

const norm = (cells: CellReader) => ({
  id: cells.required('id'),
  territoryKind: cells.required('territory_kind'),
  expects: cells.oneOf('expects', expectations),
  what: cells.required('what'),
  name: cells.required('name'),
  nameEn: cells.required('name_en'),
  required: cells.boolean('required'),
  known: cells.boolean('known'),
  source: cells.required('source'),
  note: cells.optional('note'),
});

/** Keys of organisations that no row of organisations.csv has. */
function danglingKeys(pack: ActorsPack): Problem[] {
  const keys = new Set(pack.organisations.map((one) => one.key));
  const check = <Row>(sheet: ActorsPackFile, rows: readonly Row[], field: keyof Row & string): Problem[] =>
    rows.flatMap((row, index) => {
      const name = row[field];
      if (name === null || keys.has(String(name))) return [];
      const values = { text: String(name) };
      return [{ code: 'actors.cell-unknown-organisation', sheet, field, row: index + 2, values }];
    });
  return [
    ...check('organisations.csv', pack.organisations, 'parent'),
    ...check('organisation-names.csv', pack.names, 'organisation'),
    ...check('organisation-successions.csv', pack.successions, 'predecessor'),
    ...check('organisation-successions.csv', pack.successions, 'successor'),
    ...check('authorities.csv', pack.authorities, 'organisation'),
    ...check('structures.csv', pack.structures, 'secretariat'),
    ...check('prevention-work.csv', pack.work, 'organisation'),
  ];
}
