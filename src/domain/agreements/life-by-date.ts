import type { Day } from '#domain/shared/dates.ts';
import type { AgreementStanding } from './lifecycle.ts';
import { addDays, tacitRenewal, type Renewal } from './life-term.ts';
import type { AgreementTemplate } from './template-schema.ts';

/** What decides what a day brings by itself. */
export type AgreementByDate = Renewal & {
  readonly standing: AgreementStanding;
  /** The day from which a signed agreement is in force; null while something is missing. */
  readonly forceDay: Day | null;
  /** The day on which what is being terminated ends. */
  readonly endsByTermination: Day | null;
};

/** What happens without anybody doing it, and the day on which it happened. */
export type MoveByDate =
  | { readonly act: 'entered-into-force'; readonly on: Day }
  | { readonly act: 'renewed-tacitly'; readonly on: Day; readonly newEndsOn: Day }
  | { readonly act: 'expired'; readonly on: Day }
  | { readonly act: 'opened-settlement'; readonly on: Day };

/**
 * What has come about by the day alone and is not written yet; null where nothing has. Asked again until it answers null.
 */
export function moveByDate(
  agreement: AgreementByDate,
  template: Pick<AgreementTemplate, 'term'>,
  today: Day,
): MoveByDate | null {
  const { standing, endsOn, forceDay, endsByTermination } = agreement;
  if (standing === 'signed') {
    return forceDay !== null && forceDay <= today ? { act: 'entered-into-force', on: forceDay } : null;
  }
  if (standing === 'expired' && endsOn !== null) return { act: 'opened-settlement', on: addDays(endsOn, 1) };
  if (standing === 'terminating') {
    const day = endsByTermination ?? today;
    return day <= today ? { act: 'opened-settlement', on: day } : null;
  }
  if (standing !== 'in-force' && standing !== 'suspended' && standing !== 'under-notice') return null;
  if (endsOn === null || endsOn >= today) return null;
  const on = addDays(endsOn, 1);
  // Nothing is renewed while a breach is open or the clocks stand still.
  const newEndsOn = standing === 'in-force' ? tacitRenewal(agreement, template) : null;
  return newEndsOn === null ? { act: 'expired', on } : { act: 'renewed-tacitly', on, newEndsOn };
}
