import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inScope } from '#database/connection.ts';
import { findCurrentLayer } from '#database/territories/boundary-store.ts';
import {
  findCountryAt,
  findCountryForLoading,
  listForeignSources,
  saveCountry,
  saveKinds,
  saveSources,
} from '#database/territories/country-store.ts';
import { indexTerritories } from '#database/territories/search-entries.ts';
import { takeStatistics } from '#database/territories/take-statistics.ts';
import {
  addTerritories,
  changeTerritories,
  listStanding,
  completeClosure,
  saveAliases,
  saveOverlaps,
  savePopulations,
  saveRoot,
  saveSuccessions,
} from '#database/territories/territory-store.ts';
import { largestFamilies, planLoad, type LoadPlan } from '#domain/territories/load-plan.ts';
import { countryBlock, widthsFor } from '#domain/territories/numbering.ts';
import { isAtLeast, type TerritoriesPack } from '#domain/territories/pack.ts';
import { refuse } from '#domain/territories/refusals.ts';
import { readTerritoriesPack, territoriesPackFiles } from '#formats/packs/read-territories-pack.ts';
import { loadActorsPack, type LoadedActors } from '../actors/load-actors-pack.ts';
import { record } from '../audit/record.ts';
import { loadHolidaysPack } from '../compliance/load-holidays-pack.ts';
import type { Context, Transaction } from '../context.ts';
import { prepareApproximateAreas } from './prepare-approximate-areas.ts';

export type LoadedPack = {
  readonly country: string;
  readonly version: string;
  readonly territories: {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    /** Left as they are, because a person made or changed them. */
    readonly kept: readonly string[];
  };
  readonly actors: LoadedActors;
};

/**
 * Loads a country pack from its folder: territories first, then who works in them. Loading it again, or a newer one,
 * brings what is new; nothing is doubled or numbered anew, and what people changed stays.
 * @throws Refusal `territories.invalid-pack` with every fault of the pack's files, `territories.older-pack`
 */
export async function loadPack(context: Context, input: { readonly folder: string }): Promise<LoadedPack> {
  const { pack, problems } = readTerritoriesPack(await readTexts(input.folder));
  if (!pack) throw refuse('territories.invalid-pack', { problems });
  const country = pack.manifest.code;
  const plan = await inScope(context.database, context.actor.scope, (tx) =>
    loadTerritories(tx, context, pack),
  );
  const actors = await loadActorsPack(context, { country, folder: input.folder });
  await loadHolidaysPack(context, { country, folder: input.folder });
  if (plan.add.length + plan.change.length > 0 || !(await isDrawn(context, country)))
    await prepareApproximateAreas(context, country);
  if (plan.add.length > 0) await takeStatistics(context.database);
  return {
    country,
    version: pack.manifest.packVersion,
    territories: {
      added: plan.add.length,
      changed: plan.change.length,
      unchanged: plan.unchanged.length,
      kept: plan.kept,
    },
    actors,
  };
}

// A load that was cut off after its rows were saved has not drawn anything yet.
async function isDrawn(context: Context, country: string): Promise<boolean> {
  const layer = await inScope(context.database, context.actor.scope, (tx) =>
    findCurrentLayer(tx, country, 1),
  );
  return layer !== undefined;
}

async function readTexts(folder: string): Promise<Record<string, string>> {
  const texts = territoriesPackFiles.map(
    async (file) => [file, await readFile(join(folder, file), 'utf8').catch(absentIsEmpty)] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}

function absentIsEmpty(fault: NodeJS.ErrnoException): string {
  if (fault.code === 'ENOENT') return '';
  throw fault;
}

async function loadTerritories(tx: Transaction, context: Context, pack: TerritoriesPack): Promise<LoadPlan> {
  const { manifest } = pack;
  const { found, base, widths } = await placeCountry(tx, pack);
  await refuseForeignSources(tx, pack);
  const range = { low: base, high: base + countryBlock - 1 };
  await saveCountry(tx, manifest, widths);
  await saveKinds(tx, manifest.code, manifest.kinds);
  await saveSources(tx, manifest.code, pack.sources);
  const kind = manifest.kinds.find((one) => one.level === 0)?.kind ?? 'country';
  await saveRoot(tx, {
    country: manifest.code,
    kind,
    name: manifest.name.es,
    id: range.low,
    lastId: range.high,
  });
  const standing = await listStanding(tx, manifest.code);
  const ground = { country: { code: manifest.code, range }, widths, kinds: manifest.kinds };
  const plan = planLoad(pack.territories, standing, ground, true);
  if (plan.problems.length > 0) {
    const problems = plan.problems.map((problem) => ({ ...problem, sheet: 'territories.csv' }));
    throw refuse('territories.invalid-pack', { problems });
  }
  await save(tx, pack, plan, base);
  await record(tx, context, {
    operation: 'loadPack',
    subjectKind: 'country',
    subjectId: manifest.code,
    territoryId: base,
    organisationId: null,
    before: found ? { version: found.packVersion } : null,
    after: {
      version: manifest.packVersion,
      added: plan.add.length,
      changed: plan.change.length,
      kept: [...plan.kept],
    },
  });
  return plan;
}

// Sources are named across countries: a pack names its own, and never rewrites another's.
async function refuseForeignSources(tx: Transaction, { manifest, sources }: TerritoriesPack): Promise<void> {
  const ids = sources.map((source) => source.id);
  const foreign = await listForeignSources(tx, manifest.code, ids);
  if (foreign.length === 0) return;
  const problems = foreign.map((given) => ({
    code: 'territories.source-taken',
    sheet: 'sources.csv',
    row: ids.indexOf(given) + 2,
    field: 'id',
    values: { given },
  }));
  throw refuse('territories.invalid-pack', { problems });
}

// A country keeps the numbers it was first given, whatever a newer pack would give it.
async function placeCountry(tx: Transaction, { manifest, territories }: TerritoriesPack) {
  const found = await findCountryForLoading(tx, manifest.code);
  if (found) {
    if (isAtLeast(manifest.packVersion, found.packVersion))
      return { found, base: found.base, widths: found.widths };
    const values = { loaded: found.packVersion, given: manifest.packVersion };
    throw refuse('territories.older-pack', { values });
  }
  const taken = await findCountryAt(tx, manifest.numberBase);
  if (taken !== undefined) {
    const place = { sheet: 'manifest.json', field: 'numberBase' };
    const problem = { code: 'territories.number-base-taken', ...place, values: { country: taken } };
    throw refuse('territories.invalid-pack', { problems: [problem] });
  }
  const widths = widthsFor(largestFamilies(territories, manifest.kinds));
  if (!widths) {
    throw refuse('territories.invalid-pack', {
      problems: [{ code: 'territories.too-many', sheet: 'territories.csv' }],
    });
  }
  return { found: null, base: manifest.numberBase, widths };
}

async function save(tx: Transaction, pack: TerritoriesPack, plan: LoadPlan, base: number): Promise<void> {
  const country = pack.manifest.code;
  await addTerritories(tx, country, plan.add, 'pack');
  await changeTerritories(tx, plan.change, 'pack');
  const numbers = await numbersOf(tx, country, base);
  await saveAliases(tx, pack.aliases, numbers);
  await savePopulations(tx, pack.populations, numbers);
  await saveSuccessions(tx, pack.successions, numbers);
  await saveOverlaps(tx, pack.overlaps, numbers);
  await completeClosure(tx, country);
  await indexTerritories(tx, country);
}

// A code that a person used again for a new territory still means the old one in the pack's own files.
async function numbersOf(tx: Transaction, country: string, base: number): Promise<Map<string, number>> {
  const standing = await listStanding(tx, country);
  const inOrder = standing.toSorted(
    (one, other) => Number(one.origin === 'pack') - Number(other.origin === 'pack'),
  );
  return new Map([...inOrder.map((one) => [one.code, one.id] as const), [country, base]]);
}
