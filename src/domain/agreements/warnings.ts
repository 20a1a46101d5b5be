import type { Day } from '#domain/shared/dates.ts';
import type { AgreementStanding } from './lifecycle.ts';
import { standingOn } from './lifecycle.ts';
import { daysBetween, lastDayToObject } from './life-term.ts';
import type { AgreementTemplate } from './template-schema.ts';

/** What somebody should know of before it happens. Words: `agreement-life.warning.<kind>`. */
export type AgreementWarning = {
  readonly kind: 'ends' | 'renews-tacitly' | 'review-due' | 'cure-ends' | 'settlement-due';
  readonly onDay: Day;
  /** Days left; negative once the day has passed. */
  readonly days: number;
  /** The mark that was passed: 180, 90 or 30 days by most templates. Null for what has no marks. */
  readonly mark: number | null;
};

/** What the warnings of an agreement are told by. */
export type AgreementToWarnOf = {
  readonly standing: AgreementStanding;
  readonly endsOn: Day | null;
  readonly renewsTacitly: boolean;
  readonly reviewOn: Day | null;
  readonly cureBy: Day | null;
  readonly settleBy: Day | null;
};

/** What is coming for an agreement on a day, most pressing first: its end at each mark of the template, and the days that somebody set. */
export function agreementWarnings(
  agreement: AgreementToWarnOf,
  template: Pick<AgreementTemplate, 'warnings' | 'term'>,
  today: Day,
): AgreementWarning[] {
  const standing = standingOn(agreement, today);
  const found: AgreementWarning[] = [];
  const add = (kind: AgreementWarning['kind'], onDay: Day | null, mark: number | null = null) => {
    if (onDay !== null) found.push({ kind, onDay, days: daysBetween(today, onDay), mark });
  };
  const { endsOn } = agreement;
  if (
    endsOn !== null &&
    (standing === 'in-force' || standing === 'suspended' || standing === 'under-notice')
  ) {
    const mark = markPassed(template.warnings, daysBetween(today, endsOn));
    if (mark !== null) add('ends', endsOn, mark);
    const renews = agreement.renewsTacitly && template.term.tacitRenewal.allowed;
    const last = lastDayToObject(endsOn, template);
    if (renews && mark !== null && last >= today) add('renews-tacitly', last, mark);
  }
  if (standing === 'suspended') add('review-due', agreement.reviewOn);
  if (standing === 'under-notice') add('cure-ends', agreement.cureBy);
  if (standing === 'settlement') add('settlement-due', agreement.settleBy);
  return found.toSorted((one, other) => one.days - other.days);
}

/** The narrowest mark that the days left have reached; null where none has. */
function markPassed(marks: readonly number[], daysLeft: number): number | null {
  const reached = marks.filter((mark) => daysLeft <= mark);
  return reached.length === 0 ? null : Math.min(...reached);
}
