import { findEvidence, type EvidenceRow } from '#database/commitments/evidence-store.ts';
import { permitForObliged } from '#domain/commitments/permissions.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { refuseStale } from './commitment-deed.ts';
import { openInstance, type OpenedInstance } from './instance-deed.ts';

/** Reads evidence that the caller may see, or refuses as if there were none. */
export async function getEvidenceRow(tx: Transaction, id: string): Promise<EvidenceRow> {
  const row = await findEvidence(tx, id);
  if (!row) throw refuse('commitments.evidence-not-found');
  return row;
}

/** Reads evidence for a change, if the caller acts for one of those who owe. */
export async function openEvidence(
  tx: Transaction,
  context: Context,
  at: { readonly evidenceId: string; readonly version: number },
): Promise<{ readonly evidence: EvidenceRow; readonly opened: OpenedInstance }> {
  const evidence = await getEvidenceRow(tx, at.evidenceId);
  const opened = await openInstance(tx, context, { instanceId: evidence.instance_id });
  permitForObliged(context.actor, opened.concerned);
  refuseStale(evidence, at.version);
  return { evidence, opened };
}
