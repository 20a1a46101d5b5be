import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inScope } from '#database/connection.ts';
import { saveDimensionsOfCatalogue, saveSourcesOfCatalogue } from '#database/indicators/dimension-store.ts';
import { saveIccsOfCatalogue } from '#database/indicators/iccs-views.ts';
import { listDimensionCodes } from '#database/indicators/dimension-views.ts';
import { findCurrentDefinitions, listIndicatorRows } from '#database/indicators/indicator-views.ts';
import { partsLast, problemsOfIndicator } from '#domain/indicators/indicator.ts';
import { fieldsOfCatalogue } from '#domain/indicators/catalogue-fields.ts';
import { refuse } from '#domain/indicators/refusals.ts';
import { readCatalogue, type Catalogue } from '#formats/indicators/read-catalogue.ts';
import { getPlace } from '../actors/look-up.ts';
import { recordAll } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { keepCatalogueIndicator } from './keep-catalogue-indicator.ts';
import { makeIndicatorsFindable } from './make-indicator-findable.ts';

type Order = {
  /** `packs/indicators`, whose indicators are of every country; or the folder of a country's pack. */
  readonly folder: string;
  readonly country: string | null;
};

/**
 * Loads a catalogue of indicators. Loading it again changes nothing; a newer one corrects what nobody has changed, and what people changed stays.
 * @returns how many were new or corrected
 */
export async function loadIndicators(context: Context, { folder, country }: Order): Promise<number> {
  const catalogue = readCatalogue(await readTexts(folder, country));
  if (catalogue.indicators.length === 0 && catalogue.dimensions.length === 0) return 0;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const territoryId = country === null ? null : (await getPlace(tx, country)).id;
    await saveSourcesOfCatalogue(tx, catalogue.sources);
    await saveDimensionsOfCatalogue(tx, catalogue.dimensions);
    await saveIccsOfCatalogue(tx, catalogue.iccs);
    return keepAll(tx, context, catalogue, { country, territoryId });
  });
}

type Place = { readonly country: string | null; readonly territoryId: number | null };

async function keepAll(
  tx: Transaction,
  context: Context,
  catalogue: Catalogue,
  place: Place,
): Promise<number> {
  const there = new Map((await listIndicatorRows(tx, {}, null)).map((row) => [row.code, row]));
  const definitions = await findCurrentDefinitions(tx, [...there.values()]);
  await refuseFaults(tx, catalogue, [...there.values()]);
  const numbers = new Map([...there].map(([code, row]) => [code, row.id]));
  const kept = [];
  for (const given of partsLast(catalogue.indicators, (one) => one)) {
    const known = there.get(given.code);
    const current = known && definitions.get(known.id);
    const done = await keepCatalogueIndicator(tx, given, { ...place, known, current, numbers });
    if (done === null) continue;
    numbers.set(given.code, done.id);
    kept.push({ code: given.code, before: known ?? null, after: fieldsOfCatalogue(given) });
  }
  await makeIndicatorsFindable(
    tx,
    kept.map(({ after }) => ({ ...after, ...place, organisationId: null, standing: 'current' as const })),
  );
  await recordAll(
    tx,
    context,
    kept.map(({ code, before, after }) => ({
      operation: 'loadIndicators',
      subjectKind: 'indicator',
      subjectId: code,
      territoryId: place.territoryId ?? 0,
      organisationId: null,
      before: before && { title: before.title, definitionNumber: before.definitionNumber },
      after: { title: after.title },
    })),
  );
  return kept.length;
}

async function refuseFaults(
  tx: Transaction,
  catalogue: Catalogue,
  there: readonly Pick<ReturnType<typeof fieldsOfCatalogue>, 'code' | 'composition' | 'whole'>[],
): Promise<void> {
  const all = [...there, ...catalogue.indicators];
  const parts = new Map(all.map((one) => [one.code, one.composition]));
  const wholes = new Map(all.map((one) => [one.code, one.whole]));
  const dimensions = await listDimensionCodes(tx);
  const problems = catalogue.indicators.flatMap((one) =>
    problemsOfIndicator(fieldsOfCatalogue(one), { parts, wholes, dimensions }).map((problem) => ({
      ...problem,
      sheet: one.code,
    })),
  );
  if (problems.length > 0) throw refuse('indicators.invalid-catalogue', { problems });
}

async function readTexts(folder: string, country: string | null): Promise<Record<string, string>> {
  const names = (await readdir(folder).catch(absentIsEmpty))
    .filter((name) =>
      country === null ? name.endsWith('.json') && name !== 'crosswalk.json' : name === 'indicators.json',
    )
    .toSorted();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

function absentIsEmpty(fault: NodeJS.ErrnoException): [] {
  if (fault.code === 'ENOENT') return [];
  throw fault;
}
