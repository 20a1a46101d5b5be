import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { setGateFile } from '#database/agreements/negotiation-store.ts';
import { findGates } from '#database/agreements/negotiation-views.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { keepPaper, readPaper, refuseSecondPaper } from './keep-paper.ts';
import { openAgreement } from './open-agreement.ts';

type Operation = typeof agreementsOperations.attachGateFile;

/** Keeps the paper of what was done outside the text: before the signature, and what the signed text waited for. */
export async function attachGateFile(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  await inScope(context.database, context.actor.scope, (tx) => openGate(tx, context, input));
  const paper = await readPaper(input.bytes, input.fileName);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { agreement } = await openGate(tx, context, input);
    const of = { operation: 'attachGateFile', subjectKind: 'gate', subjectId: input.gateId } as const;
    const id = await keepPaper(tx, context, agreement, { paper, ...of });
    await setGateFile(tx, input.gateId, id);
    return { id };
  });
}

async function openGate(
  tx: Transaction,
  context: Context,
  at: { readonly agreementId: string; readonly gateId: string },
) {
  const open = await openAgreement(tx, context, { id: at.agreementId });
  const gate = (await findGates(tx, at.agreementId)).find(({ id }) => id === at.gateId);
  if (!gate) throw refuse('agreements.gate-not-found');
  refuseSecondPaper(gate.file_id);
  return open;
}
