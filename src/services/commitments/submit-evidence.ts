import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findAgreementOf } from '#database/commitments/agreement-views.ts';
import { findSentFile, insertEvidence, updateFileOfEvidence } from '#database/commitments/evidence-store.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { instanceStandingAfter } from '#domain/commitments/acts.ts';
import { refusePoorEvidence, verifyBy } from '#domain/commitments/evidence.ts';
import { permitForObliged } from '#domain/commitments/permissions.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { changeInstance, keepActs, recordCommitments } from './commitment-deed.ts';
import { openInstance, type OpenedInstance } from './instance-deed.ts';

type Operation = typeof commitmentsOperations.submitEvidence;
type Body = InputOf<Operation>['body'];

const accountOf = ({ actor }: Context) => (actor.kind === 'account' ? actor.accountId : null);

/** Hands evidence in. The day on which it is handed in counts, whatever day it says that it is of. */
export async function submitEvidence(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { instanceId, body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const opened = await openInstance(tx, context, { instanceId });
    const { instance, commitment, today } = opened;
    const forParty = permitForObliged(context.actor, opened.concerned);
    const at = { commitment: commitment.standing, instance: instance.standing };
    const standing = instanceStandingAfter('delivered', at);
    refusePoorEvidence(body, { today, beganOn: await beganOn(tx, opened) });
    refusePersonalText({ note: body.note }, body.confirmText);
    const id = newId();
    const visibility = await keep(tx, context, { id, body, opened, forParty: forParty.id });
    const deliveredOn = instance.standing === 'delivered' ? instance.deliveredOn : today;
    const after = await changeInstance(tx, instance, {
      standing,
      started_on: instance.startedOn ?? today,
      delivered_on: deliveredOn,
      verify_by: instance.standing === 'delivered' ? instance.verifyBy : verifyBy(today),
    });
    const done = { act: 'delivered', on: today, instanceId, forParty: forParty.id } as const;
    await keepActs(tx, context, [
      { commitment, ...done, details: { evidenceId: id, kind: body.kind, visibility } },
    ]);
    await recordCommitments(tx, context, 'submitEvidence', [], [{ before: instance, after }]);
    return { id };
  });
}

async function keep(
  tx: Transaction,
  context: Context,
  given: {
    readonly id: string;
    readonly body: Body;
    readonly opened: OpenedInstance;
    readonly forParty: string;
  },
) {
  const { id, body, opened, forParty } = given;
  const { instance, commitment, today } = opened;
  const visibility = body.containsMinors || body.containsPersonal ? 'private' : 'parties';
  const flags = {
    contains_minors: body.containsMinors,
    contains_personal: body.containsPersonal,
    visibility,
  };
  if (body.fileId !== null) {
    const accountId = accountOf(context);
    const file = await findSentFile(tx, { fileId: body.fileId, instanceId: instance.id, accountId });
    if (!file) throw refuse('commitments.file-not-found', { field: 'file' });
    await updateFileOfEvidence(tx, file.id, { ...flags, subject_id: id });
  }
  await insertEvidence(tx, {
    id,
    commitment_id: commitment.id,
    instance_id: instance.id,
    territory_id: commitment.territoryId,
    kind: body.kind,
    file_id: body.fileId,
    link: body.link,
    note: body.note,
    quantity: body.quantity,
    taken_on: body.takenOn,
    submitted_on: today,
    submitted_by: accountOf(context),
    for_party: forParty,
    ...flags,
  });
  return visibility;
}

// Where nobody said when it begins, with the agreement; outside any, there is no day before which evidence would be strange.
async function beganOn(tx: Transaction, { commitment }: OpenedInstance): Promise<string | null> {
  if (commitment.startsOn !== null) return commitment.startsOn;
  const { agreementId } = commitment;
  const agreement = agreementId === null ? undefined : await findAgreementOf(tx, agreementId);
  return agreement?.effective_on ?? null;
}
