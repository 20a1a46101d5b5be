import type { boundariesOperations } from '#contract/boundaries.ts';
import type { InputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { addBoundaryImport, addLayer } from '#database/territories/boundary-store.ts';
import { permit } from '#domain/access/permissions.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { refuse } from '#domain/territories/boundary-refusals.ts';
import { neighboursOf } from '#domain/territories/neighbours.ts';
import { prepareLayerApart } from '#formats/boundaries/prepare-layer-apart.ts';
import type { PreparedLayer } from '#formats/boundaries/prepare-layer.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { openQuestions, reportLayer, type BoundaryQuestion, type BoundaryReport } from './boundary-report.ts';
import { loadBoundaryGround, type BoundaryGround } from './country-of-maps.ts';

type Input = InputOf<typeof boundariesOperations.importBoundaries>;

/**
 * Joins a file of boundaries to the territories of one level. Without `apply` it only says what would happen; with it, the
 * layer is saved whole once every question is answered, and the former layer is kept.
 */
export async function importBoundaries(context: Context, input: Input): Promise<BoundaryReport> {
  const ground = await inScope(context.database, context.actor.scope, async (tx) => {
    const loaded = await loadBoundaryGround(tx, input.country, await todayOf(tx, context, input.country));
    permit(context.actor, 'edit-territory', { territoryId: loaded.country.base });
    permit(context.actor, 'import', { territoryId: loaded.country.base });
    return loaded;
  });
  const prepared = await prepareLayerApart({
    bytes: input.bytes,
    reading: {
      projection: input.projection ?? null,
      layer: input.layer ?? null,
      country: ground.extent,
      swapAxes: input.accept.includes('swapped-axes'),
    },
    territories: ground.territories,
    kindWords: ground.kindWords,
    level: input.level ?? null,
    accepted: input.accept,
  });
  const open = openQuestions(prepared, [...input.accept, ...input.leave]);
  const report = reportLayer(prepared, ground, open);
  if (input.apply === 'no') return report;
  if (open.length > 0) throw refuse('boundaries.open-questions', { problems: problemsOf(report, open) });
  const { built } = prepared;
  if (!built) throw refuse('boundaries.nothing-joined', { values: { features: prepared.file.features } });
  return saveLayer(context, input, { ground, prepared: { ...prepared, built }, report });
}

type Ready = {
  readonly ground: BoundaryGround;
  readonly prepared: PreparedLayer & { readonly built: NonNullable<PreparedLayer['built']> };
  readonly report: BoundaryReport;
};

async function saveLayer(
  context: Context,
  input: Input,
  { ground, prepared, report }: Ready,
): Promise<BoundaryReport> {
  const id = newId();
  const accountId = context.actor.kind === 'account' ? context.actor.accountId : null;
  const saved: BoundaryReport = { ...report, applied: true, layerId: id };
  await inScope(context.database, context.actor.scope, async (tx) => {
    const title =
      input.title ?? input.fileName ?? prepared.file.layer ?? `${ground.country.name} ${prepared.level}`;
    const former = await addLayer(tx, {
      id,
      country: ground.country.code,
      level: prepared.level,
      approximate: false,
      title,
      licence: input.licence ?? null,
      note: input.note ?? null,
      topology: prepared.built.topology,
      neighbours: neighboursOf(prepared.built.topology.objects.areas.geometries),
      report: saved,
      accountId,
    });
    await addBoundaryImport(tx, {
      id: newId(),
      layerId: id,
      formerLayerId: former,
      country: ground.country.code,
      territoryId: ground.country.base,
      fileName: input.fileName ?? title,
      report: saved,
      accountId,
      at: context.now,
    });
    await record(tx, context, {
      operation: 'importBoundaries',
      subjectKind: 'boundary-layer',
      subjectId: id,
      territoryId: ground.country.base,
      organisationId: null,
      before: { currentLayer: former },
      after: { currentLayer: id, title, licence: input.licence ?? null, ...summaryOf(saved) },
    });
  });
  return saved;
}

const summaryOf = ({ level, matched, withoutShape }: BoundaryReport) => ({
  level,
  matched,
  withoutShape: withoutShape.map((territory) => territory.reference),
});

const mostProblems = 100;

/** Every feature that a question is about, so that the person need not ask again. */
function problemsOf(report: BoundaryReport, open: readonly BoundaryQuestion[]): Problem[] {
  const zeros = report.lostZeros.map(({ feature, given, code, name }) => ({
    code: 'boundaries.lost-zeros',
    row: feature,
    values: { feature, given, code, name },
  }));
  const repeated = report.repeated.map(({ name, reference, features }) => ({
    code: 'boundaries.repeated-features',
    row: features[0] ?? 0,
    values: { name, reference, features: features.join(', ') },
  }));
  const broken = report.broken.map(({ code, row = 0 }) => ({ code, row, values: { feature: row } }));
  return [
    ...(open.includes('lost-zeros') ? zeros : []),
    ...(open.includes('repeated-features') ? repeated : []),
    ...(open.includes('broken-features') ? broken : []),
  ].slice(0, mostProblems);
}
