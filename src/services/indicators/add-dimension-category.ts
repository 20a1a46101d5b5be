import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { insertCategory } from '#database/indicators/dimension-store.ts';
import { listDimensionCodes } from '#database/indicators/dimension-views.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { refuse } from '#domain/indicators/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';

type Operation = typeof indicatorsOperations.addDimensionCategory;

/** Adds a category. Figures told so far stay as they were told; what the source did not say is still «no data». */
export async function addDimensionCategory(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'edit-indicator');
  const { dimension, body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    if (!(await listDimensionCodes(tx)).has(dimension)) throw refuse('indicators.dimension-not-found');
    if (!(await insertCategory(tx, { dimension, ...body })))
      throw refuse('indicators.category-taken', { field: 'code', values: { code: body.code } });
    await record(tx, context, {
      operation: 'addDimensionCategory',
      subjectKind: 'dimension',
      subjectId: dimension,
      territoryId: 0,
      organisationId: null,
      before: null,
      after: { ...body },
      freeText: ['title', 'titleEn'],
    });
    return { dimension, code: body.code };
  });
}
