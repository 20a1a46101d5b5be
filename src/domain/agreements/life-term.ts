import type { Day } from '#domain/shared/dates.ts';
import { refuse } from './life-refusals.ts';
import type { AgreementTemplate } from './template-schema.ts';
import { monthsLater } from './term.ts';

const millisecondsADay = 86_400_000;
const momentOf = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);

/** The day so many calendar days later; earlier where the number is negative. */
export function addDays(day: Day, days: number): Day {
  return dayOf(momentOf(day) + days * millisecondsADay);
}

/** How many days lie from one day to another; negative where the other comes before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((momentOf(to) - momentOf(from)) / millisecondsADay);
}

type Terms = Pick<AgreementTemplate, 'term'>;

/** The ends of a term. `firstEndsOn` is the end that was first agreed: extensions are counted from it, all together. */
export type Ends = { readonly endsOn: Day | null; readonly firstEndsOn: Day | null };

/** The latest day up to which a term may be extended, all extensions together; null where there is no limit. */
export function latestExtension(term: Ends, template: Terms): Day | null {
  const { maxMonths } = template.term.extension;
  const first = term.firstEndsOn ?? term.endsOn;
  return maxMonths === null || first === null ? null : monthsLater(first, maxMonths);
}

/**
 * An extension is made before the end, makes the term longer, and stays within the maximum counted from the end first agreed.
 * @throws Refusal `agreement-life.extension-not-allowed`, `agreement-life.after-the-end`, `agreement-life.extension-not-longer`,
 * `agreement-life.extension-too-long`
 */
export function refuseExtension(
  term: Ends,
  template: Terms,
  asked: { readonly newEndsOn: Day; readonly today: Day },
): void {
  if (!template.term.extension.allowed || term.endsOn === null)
    throw refuse('agreement-life.extension-not-allowed');
  if (term.endsOn < asked.today)
    throw refuse('agreement-life.after-the-end', { values: { day: term.endsOn } });
  if (asked.newEndsOn <= term.endsOn) {
    throw refuse('agreement-life.extension-not-longer', {
      field: 'newEndsOn',
      values: { day: term.endsOn },
    });
  }
  const latest = latestExtension(term, template);
  if (latest !== null && asked.newEndsOn > latest) {
    throw refuse('agreement-life.extension-too-long', { field: 'newEndsOn', values: { day: latest } });
  }
}

/** What decides whether a term is renewed without anybody doing anything. */
export type Renewal = Ends & {
  readonly renewsTacitly: boolean;
  /** The days on which parties objected. */
  readonly objections: readonly Day[];
  /** When the term that runs began: an objection to an earlier end says nothing of this one. */
  readonly runsSince: Day | null;
};

/** The last day on which a party may object to a tacit renewal. */
export function lastDayToObject(endsOn: Day, template: Terms): Day {
  return addDays(endsOn, -(template.term.tacitRenewal.noticeDays ?? 0));
}

/** Up to when a term would be renewed tacitly at its end; null where it would not. */
export function tacitRenewal(renewal: Renewal, template: Terms): Day | null {
  const { allowed, maxMonths } = template.term.tacitRenewal;
  const { endsOn, runsSince } = renewal;
  if (!allowed || !renewal.renewsTacitly || endsOn === null) return null;
  const inTime = (day: Day) =>
    day <= lastDayToObject(endsOn, template) && (runsSince === null || day > runsSince);
  if (renewal.objections.some(inTime)) return null;
  const wanted = monthsLater(endsOn, template.term.defaultMonths);
  const first = renewal.firstEndsOn ?? endsOn;
  const latest = maxMonths === null ? wanted : monthsLater(first, maxMonths);
  const until = wanted < latest ? wanted : latest;
  return until > endsOn ? until : null;
}

/** Throws unless somebody may still object to the renewal that is to come. */
export function refuseObjection(renewal: Renewal, template: Terms, today: Day): void {
  if (renewal.endsOn === null || !renewal.renewsTacitly || !template.term.tacitRenewal.allowed)
    throw refuse('agreement-life.no-tacit-renewal');
  const last = lastDayToObject(renewal.endsOn, template);
  if (today > last) throw refuse('agreement-life.objection-too-late', { values: { day: last } });
}
