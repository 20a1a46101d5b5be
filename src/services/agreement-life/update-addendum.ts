import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { takeBackConfirmations } from '#database/agreements/party-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { changeAgreement, foldedOf } from '../agreements/move-agreement.ts';
import type { Context, Transaction } from '../context.ts';
import { readAddendum } from './addendum-body.ts';
import { contentOfAddendum } from './apply-addendum.ts';
import { answerOf, findLife, openLife, readText, type Life } from './open-life.ts';

type Operation = typeof agreementLifeOperations.updateAddendum;

/** Changes an addendum while it is negotiated; whoever had confirmed it is asked again. */
export async function updateAddendum(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { life, parent } = await openNegotiated(tx, context, { id: agreementId, version });
    readText({ title: body.title, reason: body.reason }, body);
    const { accedes } = contentOfAddendum(life.agreement.addendumContent);
    const kind = life.agreement.addendumKind ?? 'modification';
    const content = await readAddendum(tx, parent, body, { kind, hasParty: accedes !== null, accedes });
    await takeBackConfirmations(tx, agreementId);
    const agreement = await changeAgreement(tx, context, life.agreement, {
      operation: 'updateAddendum',
      change: {
        title: body.title,
        object: body.reason,
        addendum_content: JSON.stringify(content),
        folded: foldedOf({ title: body.title, shortName: null, number: null, object: body.reason }),
      },
    });
    return answerOf({ agreement });
  });
}

/** An addendum that is still negotiated, with the agreement that it hangs on. */
export async function openNegotiated(
  tx: Transaction,
  context: Context,
  at: { readonly id: string; readonly version: number },
): Promise<{ life: Life; parent: Life }> {
  const life = await openLife(tx, context, at, 'anyone-working');
  const { kind, parentId, standing } = life.agreement;
  if (kind !== 'addendum' || parentId === null) throw refuse('agreement-life.not-an-addendum');
  if (life.agreement.textHash !== null) throw refuse('agreement-life.sealed');
  if (standing !== 'negotiation') throw refuse('agreement-life.not-as-it-stands');
  return { life, parent: await findLife(tx, context, parentId) };
}
