import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { deleteAgreementRow } from '#database/agreements/agreement-store.ts';
import { countAgreementConsequences } from '#database/agreements/negotiation-views.ts';
import { inScope } from '#database/connection.ts';
import { removeSearchEntry } from '#database/operations/search-store.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import { say } from '#words/index.ts';
import type { Context } from '../context.ts';
import { recordAgreement } from './move-agreement.ts';
import { openAgreement, staleAgreement } from './open-agreement.ts';

type Operation = typeof agreementsOperations.deleteAgreement;

/** Deletes a draft that nothing depends on; whatever went further is abandoned with a reason and stays readable. */
export async function deleteAgreement(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { agreement } = await openAgreement(tx, context, { id: input.agreementId, version: input.version });
    const depending = Object.entries(await countAgreementConsequences(tx, agreement.id))
      .filter(([, count]) => count > 0)
      .map(([kind]) => kind);
    if (agreement.standing !== 'draft') depending.push('standing');
    if (depending.length > 0) {
      const what = depending.map((kind) => say.dynamic(context.language, `agreements.consequence.${kind}`));
      throw refuse('agreements.has-consequences', { values: { what: what.join(', ') } });
    }
    await removeSearchEntry(tx, 'agreement', agreement.id);
    if (!(await deleteAgreementRow(tx, agreement))) throw staleAgreement(agreement);
    await recordAgreement(tx, context, 'deleteAgreement', { before: agreement, after: null });
    return { done: true };
  });
}
