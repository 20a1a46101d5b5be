import type { auditOperations } from '#contract/audit.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { eraseTextKeys } from '#database/audit/entry-store.ts';
import { listPlacesOf } from '#database/audit/entry-views.ts';
import { inScope } from '#database/connection.ts';
import { permit } from '#domain/access/permissions.ts';
import { refuse } from '#domain/audit/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { record } from './record.ts';

type Operation = typeof auditOperations.redactAuditText;

/** Forgets what was typed freely in all entries about one thing. Whoever does it may erase wherever those entries belong. */
export async function redactAuditText(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { subjectKind, subjectId, reason } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const places = await listPlacesOf(tx, subjectKind, subjectId);
    const [place] = places;
    if (!place) throw refuse('audit.not-found');
    for (const { territory_id, organisation_id } of places) {
      permit(context.actor, 'erase', { territoryId: territory_id, organisationId: organisation_id });
    }
    const erased = await erase(tx, subjectKind, subjectId);
    if (erased === 0) throw refuse('audit.nothing-to-redact');
    await record(tx, context, {
      operation: 'redactAuditText',
      subjectKind,
      subjectId,
      territoryId: place.territory_id,
      organisationId: place.organisation_id,
      before: null,
      after: { reason, erased },
      freeText: ['reason'],
    });
    return { erased };
  });
}

// Entries that this person cannot even see count too; the database refuses for them.
async function erase(tx: Transaction, subjectKind: string, subjectId: string): Promise<number> {
  try {
    return await eraseTextKeys(tx, subjectKind, subjectId);
  } catch (problem) {
    if ((problem as { code?: unknown }).code === '42501') throw refuse('audit.may-not-redact');
    throw problem;
  }
}
