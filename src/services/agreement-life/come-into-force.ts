import { reachByRule } from '#database/agreements/rule-reach.ts';
import { monthsLater, endOfTerm } from '#domain/agreements/term.ts';
import { agreeCommitmentsOf } from '../commitments/agree-commitments-of.ts';
import { moveAgreement } from '../agreements/move-agreement.ts';
import type { Context, Transaction } from '../context.ts';
import { applyAddendum } from './apply-addendum.ts';
import type { Life } from './open-life.ts';

/**
 * Brings a signed agreement into force: its term runs, its commitments are owed, and it and they are public where the template
 * says so. An addendum is applied to the agreement that it hangs on.
 */
export async function comeIntoForce(
  tx: Transaction,
  context: Context,
  life: Life,
  on: string,
): Promise<Life> {
  await reachByRule(tx);
  const { agreement, template } = life;
  const isPublic = template.publicity.isPublic;
  const isAddendum = agreement.kind === 'addendum';
  const endsOn = isAddendum ? null : (endOfTerm({ ...agreement, effectiveOn: on }) ?? lastDay(life, on));
  const after = await moveAgreement(tx, context, agreement, {
    operation: 'followDates',
    act: 'entered-into-force',
    on,
    isPublic: true,
    change: {
      effective_on: on,
      is_public: isPublic,
      ...(endsOn === null ? {} : { ends_on: endsOn, first_ends_on: agreement.firstEndsOn ?? endsOn }),
    },
  });
  await agreeCommitmentsOf(tx, context, {
    agreementId: agreement.id,
    on,
    isPublic: template.publicity.commitmentsArePublic,
    operation: 'followDates',
  });
  const now = { ...life, agreement: after };
  if (isAddendum) await applyAddendum(tx, context, now, on);
  return now;
}

// Without a term of its own it lasts as long as its template says is usual.
function lastDay({ template }: Life, on: string): string {
  return monthsLater(on, template.term.defaultMonths);
}
