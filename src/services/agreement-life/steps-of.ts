import { lifeStepsOf } from '#domain/agreements/steps.ts';
import { standingOn } from '#domain/agreements/lifecycle.ts';
import { isSettled } from '#domain/agreements/ending.ts';
import { partiesActedFor } from '#domain/agreements/permissions.ts';
import { inQuestion } from '../agreements/open-agreement.ts';
import type { Context } from '../context.ts';
import { oversees, type Life } from './open-life.ts';

type Shown = {
  readonly gatesMissing: readonly string[];
  readonly notices: readonly { readonly outcome: string | null; readonly publishedOn: string | null }[];
  readonly balances: readonly { readonly paidOn: string | null; readonly waivedOn: string | null }[];
  readonly openCommitments: readonly { readonly decision: string | null }[];
  readonly isEnding: boolean;
};

/** What can be done to an agreement today, and by whoever asks. */
export function stepsOf(context: Context, life: Life, shown: Shown) {
  const { agreement, template, today } = life;
  const undecided = shown.openCommitments.filter(({ decision }) => decision === null).length;
  return lifeStepsOf(
    {
      standing: standingOn(agreement, today),
      kind: agreement.kind,
      isSealed: agreement.textHash !== null,
      actsForParty: partiesActedFor(context.actor, inQuestion(life)).length > 0,
      oversees: oversees(context, life),
      gatesMissing: shown.gatesMissing.length,
      renewsTacitly: agreement.renewsTacitly && template.term.tacitRenewal.allowed,
      openNotices: shown.notices.filter(
        ({ outcome, publishedOn }) => outcome === null || publishedOn === null,
      ).length,
      openBalances: shown.balances.filter((balance) => !isSettled(balance)).length,
      undecidedCommitments: shown.isEnding ? undecided : 0,
    },
    template,
  );
}
