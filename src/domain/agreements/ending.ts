import type { Day } from '#domain/shared/dates.ts';
import { refuse } from './life-refusals.ts';
import { bindingParties, type LifeParty } from './life-parties.ts';
import { addDays } from './life-term.ts';
import type { AgreementTemplate } from './template-schema.ts';

/** Why an agreement ends. Words: `agreement-life.cause.<cause>`. */
export type EndingCause = AgreementTemplate['termination']['causes'][number];

/** Throws unless the template knows the cause. */
export function refuseCause(template: Pick<AgreementTemplate, 'termination'>, cause: EndingCause): void {
  if (!template.termination.causes.includes(cause)) throw refuse('agreement-life.cause-not-allowed');
}

/** The day up to which a breach may be cured: never earlier than was granted. */
export function cureDay(given: { readonly on: Day; readonly asked: Day | null }, cureDays: number): Day {
  const earliest = addDays(given.on, cureDays);
  return given.asked !== null && given.asked > earliest ? given.asked : earliest;
}

/** A formal notice as its outcome is decided by. */
export type NoticeGiven = { readonly cureBy: Day; readonly outcome: string | null };

/**
 * What a notice came to is said once, and that the breach persists only when the days to cure are over.
 * @throws Refusal `agreement-life.notice-decided`, `agreement-life.cure-still-open`
 */
export function refuseOutcome(
  notice: NoticeGiven,
  outcome: 'cured' | 'withdrawn' | 'persists',
  today: Day,
): void {
  if (notice.outcome !== null) throw refuse('agreement-life.notice-decided');
  if (outcome === 'persists' && today <= notice.cureBy)
    throw refuse('agreement-life.cure-still-open', { values: { day: notice.cureBy } });
}

/** Whether every party that is bound has said that it wants to end. */
export function isUnanimous(parties: readonly LifeParty[], willing: ReadonlySet<string>): boolean {
  const bound = bindingParties(parties);
  return bound.length > 0 && bound.every(({ id }) => willing.has(id));
}

/** Whether an agreement goes on when one leaves: enough others stay. */
export function goesOnWithout(
  parties: readonly LifeParty[],
  leaving: string,
  template: Pick<AgreementTemplate, 'parties'>,
): boolean {
  return bindingParties(parties).filter(({ id }) => id !== leaving).length >= template.parties.minimum;
}

/** Money that one party owes another when it is over. */
export type Balance = { readonly paidOn: Day | null; readonly waivedOn: Day | null };

/** Whether nobody owes it any more. */
export function isSettled({ paidOn, waivedOn }: Balance): boolean {
  return paidOn !== null || waivedOn !== null;
}

/**
 * What is over is closed only when nobody owes anybody, and every open commitment was decided upon.
 * @throws Refusal `agreement-life.unsettled`, `agreement-life.open-commitments`
 */
export function refuseClosing(balances: readonly Balance[], undecidedCommitments: number): void {
  const open = balances.filter((balance) => !isSettled(balance)).length;
  if (open > 0) throw refuse('agreement-life.unsettled', { values: { count: open } });
  if (undecidedCommitments > 0)
    throw refuse('agreement-life.open-commitments', { values: { count: undecidedCommitments } });
}

/** What a day brings to publishing that somebody is late or in breach. */
export type ToPublish = {
  readonly givenOn: Day;
  readonly repliedOn: Day | null;
  readonly publishedOn: Day | null;
  readonly replyDays: number;
  /** Periods before elections, both days included, that cover the day. */
  readonly quiet: readonly { readonly from: Day; readonly to: Day }[];
};

/** The first day on which a notice may be published: after its reply, or when the days to reply are over. */
export function publishableFrom({ givenOn, repliedOn, replyDays }: Omit<ToPublish, 'quiet'>): Day {
  return repliedOn ?? addDays(givenOn, replyDays + 1);
}

/**
 * Nothing is published of somebody who had no time to reply, nor before an election.
 * @throws Refusal `agreement-life.already-published`, `agreement-life.reply-period`, `agreement-life.quiet-period`
 */
export function refusePublication(notice: ToPublish, today: Day): void {
  if (notice.publishedOn !== null) throw refuse('agreement-life.already-published');
  const from = publishableFrom(notice);
  if (today < from) throw refuse('agreement-life.reply-period', { values: { day: from } });
  const quiet = notice.quiet.find((period) => period.from <= today && today <= period.to);
  if (quiet) throw refuse('agreement-life.quiet-period', { values: { day: quiet.to } });
}
