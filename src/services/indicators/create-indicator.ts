import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { insertDefinition, insertIndicator } from '#database/indicators/indicator-store.ts';
import { findIndicator } from '#database/indicators/indicator-views.ts';
import { permitEditIndicator } from '#domain/indicators/permissions.ts';
import { refuse } from '#domain/indicators/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { accountOf } from './account-of.ts';
import { readIndicatorBody, readWording } from './indicator-body.ts';
import { getIndicatorRow, recordIndicator } from './indicator-deed.ts';
import { makeIndicatorsFindable } from './make-indicator-findable.ts';

type Operation = typeof indicatorsOperations.createIndicator;

export async function createIndicator(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) => addIndicator(tx, context, input.body));
}

/** Adds an indicator as part of what a transaction does, and writes it down. */
export async function addIndicator(
  tx: Transaction,
  context: Context,
  body: InputOf<Operation>['body'],
): Promise<OutputOf<Operation>> {
  const place = body.territory ? await getPlace(tx, body.territory) : null;
  const territoryId = place?.id ?? null;
  permitEditIndicator(context.actor, { territoryId, organisationId: body.organisationId });
  const read = await readIndicatorBody(tx, body, { code: body.code, rule: null });
  if (await findIndicator(tx, body.code))
    throw refuse('indicators.code-taken', { field: 'code', values: { code: body.code } });
  const id = await insertIndicator(tx, {
    ...read,
    country: place?.country ?? null,
    territoryId,
    standing: body.isDraft ? 'draft' : 'current',
    sourceId: null,
    origin: 'person',
  });
  const at = { indicatorId: id, number: 1, accountId: accountOf(context) };
  await insertDefinition(tx, at, readWording(body));
  const after = await getIndicatorRow(tx, body.code);
  await makeIndicatorsFindable(tx, [after]);
  await recordIndicator(tx, context, 'createIndicator', { before: null, after });
  return { code: after.code, version: after.version };
}
