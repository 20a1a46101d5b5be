import { refuse } from './life-refusals.ts';
import type { AgreementTemplate } from './template-schema.ts';

/** A session of the monitoring commission. */
export type CommissionSession = {
  readonly heldOn: string | null;
  readonly seats: number;
  readonly quorum: number;
  readonly present: number | null;
};

/** Whether what a session decided counts: it was held, and enough were there. Words: `agreement-life.session.<verdict>`. */
export function verdictOf({
  heldOn,
  present,
  quorum,
}: CommissionSession): 'called' | 'valid' | 'without-quorum' {
  if (heldOn === null || present === null) return 'called';
  return present >= quorum ? 'valid' : 'without-quorum';
}

/**
 * A commission puts a commitment off where the template lets it, in a session that had its quorum.
 * @throws Refusal `agreement-life.reschedule-not-allowed`, `agreement-life.no-quorum`
 */
export function refuseRescheduling(
  template: Pick<AgreementTemplate, 'commission'>,
  session: CommissionSession,
): void {
  if (template.commission?.mayReschedule !== true) throw refuse('agreement-life.reschedule-not-allowed');
  if (verdictOf(session) !== 'valid') throw refuse('agreement-life.no-quorum');
}
