import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { standingOn } from '#domain/agreements/lifecycle.ts';
import type { Context } from '../context.ts';
import { addendaInForce, consolidatedOf } from './addendum-body.ts';
import { findLife } from './open-life.ts';
import { getSealed } from './signatures.ts';

type Operation = typeof agreementLifeOperations.getConsolidatedText;

/** The text in force: what was signed, and over it each addendum. */
export async function getConsolidatedText(
  context: Context,
  { agreementId }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await findLife(tx, context, agreementId);
    const { agreement, today } = life;
    const text = await getSealed(tx, agreementId);
    return {
      agreement: {
        id: agreement.id,
        title: agreement.title,
        standing: standingOn(agreement, today),
        country: agreement.country,
        endsOn: agreement.endsOn,
        firstEndsOn: agreement.firstEndsOn,
        example: agreement.example,
      },
      hash: text.hash,
      signedOn: agreement.signedOn,
      isRedacted: text.redactedAt !== null,
      clauses: await consolidatedOf(tx, life).then((clauses) =>
        clauses.map((clause) => ({ ...clause, versions: [...clause.versions] })),
      ),
      addenda: (await addendaInForce(tx, agreementId)).map(({ id, kind, title, on, newEndsOn }) => ({
        id,
        kind,
        title,
        on,
        newEndsOn,
      })),
    };
  });
}
