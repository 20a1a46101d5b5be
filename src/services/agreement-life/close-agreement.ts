import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findAgreementActs } from '#database/agreements/agreement-views.ts';
import { findBalances } from '#database/agreements/course-store.ts';
import { refuseClosing } from '#domain/agreements/ending.ts';
import { openInstancesOf } from '../commitments/open-instances-of.ts';
import type { Context } from '../context.ts';
import { answerOf, move, openLife, readText, refuseUnless, type Acts } from './open-life.ts';

type Operation = typeof agreementLifeOperations.closeAgreement;

/** Closes an agreement that is settled: nobody owes anybody, every open commitment was decided upon, and what was learnt is written down. */
export async function closeAgreement(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'overseer');
    refuseUnless(life, 'closed');
    const balances = await findBalances(tx, agreementId);
    const decided = decisionsOf(await findAgreementActs(tx, agreementId));
    const open = await openInstancesOf(tx, agreementId);
    refuseClosing(
      balances.map((row) => ({ paidOn: row.paid_on, waivedOn: row.waived_on })),
      open.filter(({ instance }) => !decided.has(instance.id)).length,
    );
    readText({ report: body.report, lessons: body.lessons }, body);
    const after = await move(tx, context, life, {
      operation: 'closeAgreement',
      act: 'closed',
      on: life.today,
      reason: body.lessons,
      details: { report: body.report, lessons: body.lessons },
      isPublic: true,
    });
    return answerOf(after);
  });
}

/** What was decided of each open commitment, by the instance. */
export function decisionsOf(acts: Acts): Map<string, 'close' | 'finish-by' | 'pass-on'> {
  return new Map(
    acts
      .filter(({ act }) => act === 'decided-on-commitment')
      .map(({ details }) => {
        const { instanceId, decision } = details as { instanceId: string; decision: 'close' };
        return [instanceId, decision];
      }),
  );
}
