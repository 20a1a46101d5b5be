import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findCommitmentsByWords } from '#database/commitments/choice-views.ts';
import { findPartyRows } from '#database/commitments/party-views.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';

type Operation = typeof commitmentsOperations.listCommitmentChoices;

/** Commitments that hold these words, as far as whoever asks may see them. */
export async function listCommitmentChoices(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const words = input.text.split(/\s+/).filter(Boolean);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const rows = await findCommitmentsByWords(tx, { country: input.country, words, limit: 20 });
    const ids = rows.map((row) => row.obligor_organisation_id ?? row.obligor_structure_id);
    const parties = await findPartyRows(tx, ids);
    return {
      items: rows
        .filter((row) => row.id !== input.except)
        .map((row) => ({
          id: row.id,
          what: row.what,
          obligor: parties.get(row.obligor_organisation_id ?? row.obligor_structure_id ?? '')?.name ?? '',
          dueOn: row.due_on,
        })),
    };
  });
}
