import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  findPackActors,
  numbersByCode,
  replaceNorms,
  saveAuthorities,
  saveNames,
  saveOrganisations,
  saveSources,
  saveStructures,
  saveSuccessions,
  saveWork,
} from '#database/actors/pack-store.ts';
import { inScope } from '#database/connection.ts';
import { upsertSearchEntries, type SearchEntry } from '#database/operations/search-store.ts';
import { searchText } from '#domain/actors/organisation-names.ts';
import type { ActorsPack } from '#domain/actors/pack.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { fold } from '#domain/shared/fold.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { actorsPackFiles, readActorsPack } from '#formats/actors/read-actors-pack.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';

export type LoadedActors = {
  readonly organisations: number;
  readonly structures: number;
  readonly authorities: number;
  readonly norms: number;
};

/**
 * Loads what a country pack says about actors: institutions, who governs what, national structures, and norms.
 * Its territories are there before. Loading it again brings what is new and leaves what people changed.
 */
export async function loadActorsPack(
  context: Context,
  input: { readonly country: string; readonly folder: string },
): Promise<LoadedActors> {
  const { pack, problems } = readActorsPack(await readTexts(input.folder));
  if (problems.length > 0) throw refuse('actors.import-problems', { problems });
  return inScope(context.database, context.actor.scope, (tx) => save(tx, context, input.country, pack));
}

async function readTexts(folder: string): Promise<Record<string, string>> {
  const texts = await Promise.all(
    actorsPackFiles.map(
      async (file) => [file, await readFile(join(folder, file), 'utf8').catch(absentIsEmpty)] as const,
    ),
  );
  return Object.fromEntries(texts);
}

function absentIsEmpty(fault: NodeJS.ErrnoException): string {
  if (fault.code === 'ENOENT') return '';
  throw fault;
}

async function save(
  tx: Transaction,
  context: Context,
  country: string,
  pack: ActorsPack,
): Promise<LoadedActors> {
  const numbers = await numbersByCode(tx, country);
  const placed = placeRows(pack, numbers);
  await saveSources(tx, pack.sources);
  await saveOrganisations(tx, country, placed.organisations);
  await saveNames(tx, country, pack.names);
  await saveSuccessions(tx, country, pack.successions);
  await saveAuthorities(tx, country, placed.authorities);
  await saveStructures(tx, country, placed.structures);
  await saveWork(tx, country, placed.work);
  await replaceNorms(tx, country, pack.norms);
  await upsertSearchEntries(tx, await searchEntries(tx, country));
  const loaded = {
    organisations: placed.organisations.length,
    structures: placed.structures.length,
    authorities: placed.authorities.length,
    norms: pack.norms.length,
  };
  await record(tx, context, {
    operation: 'loadActorsPack',
    subjectKind: 'pack',
    subjectId: country,
    territoryId: numbers.get('') ?? 0,
    organisationId: null,
    before: null,
    after: loaded,
  });
  return loaded;
}

/** Every row with its territory's number, or the refusal that names each row whose territory there is not. */
function placeRows(pack: ActorsPack, numbers: ReadonlyMap<string, number>) {
  const problems: Problem[] = [];
  const place = <T extends { readonly territory: string }>(sheet: string, rows: readonly T[]) =>
    rows.flatMap((row, index) => {
      const territoryId = numbers.get(row.territory);
      if (territoryId !== undefined) return [{ ...row, id: newId(), territoryId }];
      const values = { text: row.territory };
      problems.push({
        code: 'actors.cell-unknown-territory',
        sheet,
        field: 'territory',
        row: index + 2,
        values,
      });
      return [];
    });
  const placed = {
    organisations: place('organisations.csv', pack.organisations),
    authorities: place('authorities.csv', pack.authorities),
    structures: place('structures.csv', pack.structures),
    work: place('prevention-work.csv', pack.work),
  };
  if (problems.length > 0) throw refuse('actors.import-problems', { problems });
  return placed;
}

async function searchEntries(tx: Transaction, country: string): Promise<SearchEntry[]> {
  const found = await findPackActors(tx, country);
  const organisations = found.organisations.map((row) => ({
    kind: 'organisation' as const,
    id: row.id,
    country,
    territoryId: row.territory_id,
    organisationId: row.id,
    title: row.name,
    folded: searchText({ name: row.name, shortName: row.short_name }, [
      { name: row.former ?? '', shortName: null },
    ]),
    visibility: 'public' as const,
  }));
  const structures = found.structures.map((row) => ({
    kind: 'structure' as const,
    id: row.id,
    country,
    territoryId: row.territory_id,
    organisationId: null,
    title: row.name,
    folded: fold(row.name),
    visibility: 'public' as const,
  }));
  return [...organisations, ...structures];
}
