import { takeBackConfirmations } from '#database/agreements/party-store.ts';
import { refuseClosedText } from '#domain/agreements/negotiation.ts';
import type { Context, Transaction } from '../context.ts';
import { openAgreement, type OpenAgreement } from './open-agreement.ts';

/** Reads an agreement whose text is to be changed: the caller works on it and the text is still open. */
export async function openText(
  tx: Transaction,
  context: Context,
  at: { readonly id: string; readonly version?: number },
): Promise<OpenAgreement> {
  const open = await openAgreement(tx, context, at);
  refuseClosedText(open.agreement.standing);
  return open;
}

/** The text is another now: whoever confirmed the one before has to read it again. */
export async function takeBack(tx: Transaction, open: OpenAgreement): Promise<void> {
  if (open.parties.some(({ confirmedHash }) => confirmedHash !== null))
    await takeBackConfirmations(tx, open.agreement.id);
}

/** The account by which something is done. */
export function accountOf(context: Context): string | null {
  return context.actor.kind === 'account' ? context.actor.accountId : null;
}
