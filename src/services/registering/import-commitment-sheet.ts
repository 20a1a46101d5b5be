import type { registeringOperations } from '#contract/agreements/registering.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { insertImportRun } from '#database/actors/import-store.ts';
import { inScope } from '#database/connection.ts';
import { findSheet, updateSheet, type SheetRecord } from '#database/registering/sheet-store.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { binding, type AgreementStanding } from '#domain/agreements/lifecycle.ts';
import { refuse } from '#domain/agreements/registering-refusals.ts';
import type { SheetDraft } from '#domain/agreements/sheet-shapes.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { parseAmount } from '#formats/registering/parse-amount.ts';
import { addCommitments, type CommitmentDraft } from '../commitments/add-commitments.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { openSheet } from './sheet-deed.ts';
import { showSheet } from './show-sheet.ts';
import { understandSheet, type Understood } from './understand-sheet.ts';

type Operation = typeof registeringOperations.importCommitmentSheet;

/** Enters what a list says: every row that is new, or nothing while something is open. */
export async function importCommitmentSheet(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'act-for-party');
  return inScope(context.database, context.actor.scope, async (tx) => {
    const sheet = await openSheet(tx, context, input);
    const understood = await understandSheet(tx, context, sheet);
    const { drafts, problems } = understood.plan;
    if (problems.length > 0) throw refuse('registering.still-open', { values: { count: problems.length } });
    if (drafts.length === 0) throw refuse('registering.nothing-to-do');
    const runId = newId();
    await keepRun(tx, context, sheet, runId, drafts.length);
    const entered = drafts.map((draft) => draftOf(draft, sheet, understood, runId));
    await addCommitments(tx, context, entered, { operation: 'importCommitmentSheet' });
    const applied = { standing: 'applied', importRunId: runId };
    if (!(await updateSheet(tx, sheet, applied))) throw refuseShared('shared.stale', {});
    const now = await findSheet(tx, sheet.id);
    if (!now) throw refuse('registering.sheet-not-found');
    return showSheet(tx, context, now);
  });
}

async function keepRun(
  tx: Transaction,
  context: Context,
  sheet: SheetRecord,
  runId: string,
  count: number,
): Promise<void> {
  await insertImportRun(tx, {
    id: runId,
    kind: 'commitments',
    country: sheet.country,
    territory_id: sheet.territoryId,
    file_name: sheet.fileName,
    standing: 'applied',
    report: JSON.stringify({ creates: count, sheet: sheet.id }),
    changes: JSON.stringify([]),
    account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
    applied_at: context.now,
  });
}

/** A commitment of an agreement that binds is agreed as it comes in; any other is proposed. */
function draftOf(
  draft: SheetDraft,
  sheet: SheetRecord,
  { agreement, placeOf }: Understood,
  runId: string,
): CommitmentDraft {
  const isBound = (binding as readonly AgreementStanding[]).includes(
    (agreement?.standing ?? 'draft') as AgreementStanding,
  );
  const placeId = draft.place === null ? null : placeOf(draft.place);
  const isElsewhere = draft.place !== null && placeId === null;
  return {
    // What nobody knows as a territory stays in the words.
    what: isElsewhere ? `${draft.what} (${draft.place})`.slice(0, 1000) : draft.what,
    placeId,
    obligor: draft.obligor,
    coObliged: draft.coObliged,
    beneficiary: draft.beneficiary,
    proof: draft.proof.slice(0, 500),
    dueOn: draft.dueOn,
    startsOn: draft.startsOn,
    quantity: parseAmount(draft.quantity),
    unit: draft.unit ?? (parseAmount(draft.quantity) === null ? draft.quantity : null),
    responsibleOffice: draft.office?.slice(0, 200) ?? null,
    territoryId: sheet.territoryId,
    agreementId: sheet.agreementId,
    standing: isBound ? 'agreed' : 'proposed',
    isPublic: isBound && (agreement?.is_public ?? false),
    origin: 'import',
    importRunId: runId,
    rowKey: draft.key,
  };
}
