import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { valuesOperations } from '#contract/values/index.ts';
import { inScope } from '#database/connection.ts';
import { findMeasured } from '#database/values/question-views.ts';
import { insertSeries } from '#database/values/series-store.ts';
import { findDimensions, listLevels } from '#database/values/series-views.ts';
import { permitEditSeries } from '#domain/values/permissions.ts';
import { refuse } from '#domain/values/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { sourceIdOf } from '../territories/source-given.ts';
import { recordSeries } from './series-deed.ts';

type Operation = typeof valuesOperations.createSeries;
type Body = InputOf<Operation>['body'];

// What is never added: each is told as it is.
const unadded: ReadonlySet<string> = new Set(['distinct', 'estimate']);

/** Begins a series. Whether its rows may be added is the indicator's to say. */
export async function createSeries(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, body.territory);
    permitEditSeries(context.actor, { territoryId: place.id, organisationId: body.organisationId });
    const indicator = await findMeasured(tx, { code: body.indicator });
    if (!indicator) throw refuse('values.indicator-not-found', { values: { indicator: body.indicator } });
    if (indicator.composition === 'computed') throw refuse('values.ratio-is-made', { field: 'indicator' });
    await refuseUnknown(tx, place.country, body);
    const made = {
      indicator_id: indicator.id,
      country: place.country,
      territory_id: place.id,
      organisation_id: body.organisationId,
      source_id: await sourceIdOf(tx, place.country, body.source),
      period_kind: body.periodKind,
      level: body.level,
      grain: [...new Set(body.grain)].toSorted(),
      adds: !unadded.has(indicator.composition) && indicator.composition !== 'ratio',
      title: body.title,
      title_en: body.titleEn,
      counting_unit: body.countingUnit,
      rank: body.rank,
      audience: body.audience,
      is_published: body.isPublished,
      note: body.note,
    };
    const id = await insertSeries(tx, made);
    if (id === undefined) throw refuse('values.series-exists');
    const series = { id, territoryId: place.id, organisationId: body.organisationId };
    await recordSeries(tx, context, series, { operation: 'createSeries', before: null, after: made });
    return { id: String(id), version: 1 };
  });
}

async function refuseUnknown(tx: Transaction, country: string, body: Body): Promise<void> {
  const dimensions = await findDimensions(tx, body.grain);
  const unknown = body.grain.find((code) => !dimensions.has(code));
  if (unknown !== undefined)
    throw refuse('values.dimension-not-known', { field: 'grain', values: { dimension: unknown } });
  if (!(await listLevels(tx, country)).has(body.level))
    throw refuse('values.level-not-known', { field: 'level' });
}
