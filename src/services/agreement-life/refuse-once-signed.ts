import { findSealedText, findSignatures } from '#database/agreements/text-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import type { Transaction } from '../context.ts';

/** A text that somebody has signed is not opened again: they signed this one and no other. The signature is withdrawn first. */
export async function refuseOnceSigned(
  tx: Transaction,
  agreement: { readonly id: string; readonly textHash: string | null },
): Promise<void> {
  if (agreement.textHash === null) return;
  const text = await findSealedText(tx, agreement.id);
  const signatures = text ? await findSignatures(tx, text.id) : [];
  if (signatures.some(({ withdrawn }) => !withdrawn)) throw refuse('agreement-life.sealed');
}
