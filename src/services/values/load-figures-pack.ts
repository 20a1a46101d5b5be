import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inScope } from '#database/connection.ts';
import { territoriesByCode } from '#database/operations/example-store.ts';
import { findMeasured } from '#database/values/question-views.ts';
import {
  findSeriesLike,
  hasPackBatch,
  insertCoverage,
  insertSeries,
  listCellsOfOthers,
} from '#database/values/series-store.ts';
import { disaggregationOf, insertBatch, writeValues, type GivenValue } from '#database/values/value-store.ts';
import { endOf, parsePeriod } from '#domain/indicators/period.ts';
import { readFiguresPack, type PackSeries, type PackValue } from '#formats/values/read-figures-pack.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { makeSumsAnew } from './make-sums-anew.ts';

/**
 * Loads the figures of a country's pack, each with its source. Loading them again changes nothing; newer ones correct the former, which stay
 * in the log of corrections; what people changed stays.
 */
export async function loadFiguresPack(
  context: Context,
  input: { readonly folder: string; readonly country: string },
): Promise<void> {
  const texts = {
    series: await readFile(join(input.folder, 'figures.json'), 'utf8').catch(absentIsEmpty),
    values: await readFile(join(input.folder, 'figures.csv'), 'utf8').catch(absentIsEmpty),
  };
  if (texts.series === '') return;
  const { series, values } = readFiguresPack(texts);
  const mark = createHash('sha256').update(texts.series).update(texts.values).digest('hex').slice(0, 16);
  await inScope(context.database, context.actor.scope, async (tx) => {
    const ground = await groundOf(tx, input.country);
    for (const one of series) {
      const sourceVersion = `${one.key} ${mark}`;
      if (await hasPackBatch(tx, input.country, sourceVersion)) continue;
      const own = values.filter((value) => value.series === one.key);
      await loadSeries(tx, context, ground, { one, own, sourceVersion });
    }
  });
  await makeSumsAnew(context);
}

type Ground = { readonly country: string; readonly territoryOf: (code: string) => number };

async function groundOf(tx: Transaction, country: string): Promise<Ground> {
  const territories = await territoriesByCode(tx, country);
  return {
    country,
    territoryOf(code) {
      const id = territories.get(code === country ? '' : code);
      if (id === undefined) throw new Error(`figures: no territory ${code}`);
      return id;
    },
  };
}

type Load = { readonly one: PackSeries; readonly own: readonly PackValue[]; readonly sourceVersion: string };

async function loadSeries(tx: Transaction, context: Context, ground: Ground, load: Load): Promise<void> {
  const { one } = load;
  const indicator = await findMeasured(tx, { code: one.indicator });
  if (!indicator) throw new Error(`figures: no indicator ${one.indicator}`);
  const grain = one.grain.toSorted();
  const like = {
    indicator_id: indicator.id,
    country: ground.country,
    source_id: one.source,
    period_kind: one.periodKind,
    level: one.level,
    grain,
  };
  const territoryId = ground.territoryOf(one.territory);
  const added = await insertSeries(tx, {
    ...like,
    territory_id: territoryId,
    title: one.title.es,
    title_en: one.title.en,
    counting_unit: one.countingUnit,
    adds: one.adds,
    rank: one.rank,
    is_published: one.isPublished,
    note: one.note,
    origin: 'pack',
  });
  const seriesId = added ?? (await findSeriesLike(tx, like));
  if (seriesId === undefined) throw new Error(`figures: ${one.key} was not kept`);
  if (added !== undefined) await declare(tx, ground, one, seriesId);
  const written = await writeOwn(tx, ground, load, { seriesId, territoryId });
  await record(tx, context, {
    operation: 'loadFigures',
    subjectKind: 'series',
    subjectId: String(seriesId),
    territoryId,
    organisationId: null,
    before: null,
    after: { series: one.key, values: written },
  });
}

async function declare(tx: Transaction, ground: Ground, one: PackSeries, seriesId: number): Promise<void> {
  for (const { territory, from, to } of one.coverage) {
    const [first, last] = [parsePeriod(from), parsePeriod(to)];
    if (!first || !last) throw new Error(`figures: coverage of ${one.key}`);
    await insertCoverage(tx, {
      id: newId(),
      series_id: seriesId,
      territory_id: ground.territoryOf(territory),
      from_period: first.start,
      to_period: endOf(last),
    });
  }
}

async function writeOwn(
  tx: Transaction,
  ground: Ground,
  { one, own, sourceVersion }: Load,
  at: { readonly seriesId: number; readonly territoryId: number },
): Promise<number> {
  const batchId = await insertBatch(tx, {
    kind: 'pack',
    country: ground.country,
    territoryId: at.territoryId,
    organisationId: null,
    sourceVersion,
    cutoffOn: one.cutoff,
    status: one.status,
    accountId: null,
  });
  const ofOthers = await listCellsOfOthers(tx, [at.seriesId]);
  const crossings = new Map<string, number>();
  const rows: GivenValue[] = [];
  for (const { parts, period, territory, value } of own) {
    const key = JSON.stringify(parts);
    const disaggregationId = crossings.get(key) ?? (await disaggregationOf(tx, parts));
    crossings.set(key, disaggregationId);
    const territoryId = ground.territoryOf(territory);
    if (ofOthers.has([at.seriesId, disaggregationId, period, territoryId].join('/'))) continue;
    rows.push({ seriesId: at.seriesId, disaggregationId, period, territoryId, value, state: 0 });
  }
  return writeValues(tx, batchId, rows);
}

function absentIsEmpty(fault: NodeJS.ErrnoException): string {
  if (fault.code === 'ENOENT') return '';
  throw fault;
}
