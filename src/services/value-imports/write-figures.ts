import { insertImportRun } from '#database/actors/import-store.ts';
import { noteOutcome } from '#database/value-imports/import-store.ts';
import { insertVersionsOfBatch } from '#database/value-imports/crosswalk-store.ts';
import { ensureSource } from '#database/value-imports/source-store.ts';
import { findSeriesLike, insertCoverage, insertSeries } from '#database/values/series-store.ts';
import {
  disaggregationOf,
  drainMarks,
  insertBatch,
  writeValues,
  type GivenValue,
} from '#database/values/value-store.ts';
import { seriesKey, type ImportPlan } from '#domain/values/import/plan-import.ts';
import { endOf } from '#domain/indicators/period.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import type { KnownHere } from './known-here.ts';

/** What is said of a file of figures as a whole. */
export type ImportSettings = {
  readonly source: { readonly id: string; readonly title: string; readonly publisher: string | null };
  readonly audience: 'public' | 'network' | 'territory';
  readonly isPublished: boolean;
  readonly status: 'provisional' | 'final';
  readonly cutoffOn: string | null;
  /** Whether the source told everything: then what is absent is zero. */
  readonly isComplete: boolean;
};

export type ImportPlace = {
  readonly country: string;
  readonly territoryId: number;
  readonly organisationId: string | null;
};

export type WrittenFigures = {
  readonly runId: string;
  readonly batchId: string;
  readonly written: number;
  readonly same: number;
  readonly seriesIds: readonly number[];
};

/** So many marks are summed anew within the import; a larger one takes a little longer and leaves nothing behind. */
const marksAtOnce = 1_000_000;

/**
 * Writes what a file of figures says, all or nothing: series of its source where they are missing, the values in one batch that can be
 * taken back, and the sums. The same file a second time writes nothing.
 */
export async function writeFigures(
  tx: Transaction,
  context: Context,
  input: {
    /** The deed under which it is written down. */
    readonly operation: 'importValues' | 'applyValueImport';
    readonly plan: ImportPlan;
    readonly known: KnownHere;
    /** By which versions of crosswalks it was read. */
    readonly crosswalkIds: readonly string[];
    readonly place: ImportPlace;
    readonly settings: ImportSettings;
    readonly fileName: string;
    readonly sha256: string;
    readonly report: Readonly<Record<string, unknown>>;
  },
): Promise<WrittenFigures> {
  const { plan, place, settings } = input;
  const runId = newId();
  const accountId = context.actor.kind === 'account' ? context.actor.accountId : null;
  await ensureSource(tx, settings.source);
  const seriesOf = await ensureSeries(tx, input);
  await keepRun(tx, context, input, runId);
  const batchId = await openBatch(tx, input, runId, accountId);
  await insertVersionsOfBatch(tx, batchId, input.crosswalkIds);
  const written = await writeValues(tx, batchId, await givenOf(tx, plan, seriesOf));
  const seriesIds = [...new Set(seriesOf.values())];
  if (written > 0) for (const id of seriesIds) await drainMarks(tx, id, { atMost: marksAtOnce, waits: true });
  const outcome = { written, same: plan.values.length - written };
  await noteOutcome(tx, runId, { ...input.report, sha256: input.sha256, ...outcome });
  await record(tx, context, {
    operation: input.operation,
    subjectKind: 'import',
    subjectId: runId,
    territoryId: place.territoryId,
    organisationId: place.organisationId,
    before: null,
    after: {
      fileName: input.fileName,
      source: settings.source.id,
      ...outcome,
    },
    freeText: ['fileName'],
  });
  return { runId, batchId, ...outcome, seriesIds };
}

async function openBatch(
  tx: Transaction,
  { place, settings, sha256, fileName }: Parameters<typeof writeFigures>[2],
  runId: string,
  accountId: string | null,
): Promise<string> {
  return insertBatch(tx, {
    kind: 'import',
    ...place,
    importRunId: runId,
    sourceVersion: sha256.slice(0, 16),
    cutoffOn: settings.cutoffOn,
    status: settings.status,
    reason: fileName,
    accountId,
  });
}

async function keepRun(
  tx: Transaction,
  context: Context,
  { place, fileName, report, sha256 }: Parameters<typeof writeFigures>[2],
  runId: string,
): Promise<void> {
  await insertImportRun(tx, {
    id: runId,
    kind: 'values',
    country: place.country,
    territory_id: place.territoryId,
    file_name: fileName,
    standing: 'applied',
    report: JSON.stringify({ ...report, sha256 }),
    changes: JSON.stringify([]),
    account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
    applied_at: context.now,
  });
}

async function ensureSeries(
  tx: Transaction,
  { plan, known, place, settings }: Parameters<typeof writeFigures>[2],
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const one of plan.series) {
    const indicator = known.indicators.get(one.indicator);
    if (!indicator) continue;
    const like = {
      indicator_id: indicator.id,
      country: place.country,
      source_id: settings.source.id,
      period_kind: one.periodKind,
      level: one.level,
      grain: [...one.grain],
    };
    const added = await insertSeries(tx, {
      ...like,
      territory_id: place.territoryId,
      organisation_id: place.organisationId,
      title: `${indicator.title} (${settings.source.title})`.slice(0, 300),
      counting_unit: indicator.countingUnit,
      adds: indicator.composition === 'count' || indicator.composition === 'stock',
      definition_number: indicator.definitionNumber,
      rank: 10,
      audience: settings.audience,
      is_published: settings.isPublished,
      origin: 'import',
    });
    const id = added ?? (await findSeriesLike(tx, like));
    if (id === undefined) throw new Error(`a series of ${one.indicator} was not kept`);
    found.set(seriesKey(one), id);
    if (settings.isComplete) await declare(tx, plan, { id, place, ...one });
  }
  return found;
}

// Complete from the first to the last period that the file tells of the indicator.
async function declare(
  tx: Transaction,
  plan: ImportPlan,
  at: { readonly id: number; readonly place: ImportPlace } & ImportPlan['series'][number],
): Promise<void> {
  const periods = plan.values
    .filter((value) => seriesKey(value) === seriesKey(at))
    .map(({ period }) => period);
  const from = periods.reduce((one, other) => (one < other ? one : other));
  const to = periods.reduce((one, other) => (one > other ? one : other));
  await insertCoverage(tx, {
    id: newId(),
    series_id: at.id,
    territory_id: at.place.territoryId,
    from_period: from,
    to_period: endOf({ kind: at.periodKind, start: to }),
  });
}

async function givenOf(
  tx: Transaction,
  plan: ImportPlan,
  seriesOf: ReadonlyMap<string, number>,
): Promise<GivenValue[]> {
  const crossings = new Map<string, number>([['', 0]]);
  for (const crossing of new Set(plan.values.map((value) => value.crossing))) {
    if (crossing === '') continue;
    const parts = Object.fromEntries(crossing.split('&').map((part) => part.split('=') as [string, string]));
    crossings.set(crossing, await disaggregationOf(tx, parts));
  }
  return plan.values.flatMap((one) => {
    const { territoryId, period, value, state } = one;
    const seriesId = seriesOf.get(seriesKey(one));
    const disaggregationId = crossings.get(one.crossing);
    return seriesId === undefined || disaggregationId === undefined
      ? []
      : [{ territoryId, period, value, state, seriesId, disaggregationId }];
  });
}
