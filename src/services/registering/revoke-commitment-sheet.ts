import type { registeringOperations } from '#contract/agreements/registering.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findImportRun, markImportRevoked } from '#database/actors/import-store.ts';
import { inScope } from '#database/connection.ts';
import { removeSearchEntry } from '#database/operations/search-store.ts';
import { deleteBroughtIn, findBroughtIn } from '#database/registering/entered-views.ts';
import { findSheet, updateSheet } from '#database/registering/sheet-store.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { refuse } from '#domain/agreements/registering-refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { showSheet } from './show-sheet.ts';

type Operation = typeof registeringOperations.revokeCommitmentSheet;

/** Takes a list back whole: its commitments go, unless somebody has done something to one of them since. */
export async function revokeCommitmentSheet(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'act-for-party');
  return inScope(context.database, context.actor.scope, async (tx) => {
    const sheet = await findSheet(tx, input.sheetId);
    if (!sheet) throw refuse('registering.sheet-not-found');
    const run = sheet.importRunId === null ? undefined : await findImportRun(tx, sheet.importRunId);
    if (sheet.standing !== 'applied' || !run) throw refuse('registering.not-applied');
    const brought = await findBroughtIn(tx, run.id);
    const built = brought.find(
      (one) => Boolean(one.has_evidence) || Boolean(one.is_needed) || Boolean(one.has_begun),
    );
    if (built || brought.some(({ version }) => version > 1))
      throw refuse('registering.built-upon', {
        values: { what: built?.what ?? brought.find(({ version }) => version > 1)?.what ?? '' },
      });
    for (const { id } of brought) await removeSearchEntry(tx, 'commitment', id);
    if ((await deleteBroughtIn(tx, run.id)) !== brought.length) throw refuseShared('shared.forbidden');
    await markImportRevoked(tx, run.id, context.now);
    const at = { id: sheet.id, version: input.version };
    if (!(await updateSheet(tx, at, { standing: 'revoked' }))) throw refuseShared('shared.stale', {});
    await record(tx, context, {
      operation: 'revokeCommitmentSheet',
      subjectKind: 'import',
      subjectId: run.id,
      territoryId: sheet.territoryId,
      organisationId: null,
      before: { standing: 'applied', commitments: brought.length },
      after: { standing: 'revoked', commitments: 0 },
    });
    const now = await findSheet(tx, sheet.id);
    if (!now) throw refuse('registering.sheet-not-found');
    return showSheet(tx, context, now);
  });
}
