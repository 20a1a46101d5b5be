import type { Day } from '#domain/shared/dates.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { dayAfter } from './days.ts';
import { refuse } from './refusals.ts';
import type { EvidenceKind, EvidenceVisibility } from './vocabulary.ts';

/** Days that whoever verifies has before the monitoring commission or the centre may act; the silence counts against the verifier. */
export const daysToVerify = 15;

/** Days that whoever was noticed has to cure, and to reply before a breach is published, where no agreement says so. */
export const daysToCure = 30;
export const daysToReply = 10;

/** The day by which evidence handed in on a day has to be verified. */
export function verifyBy(deliveredOn: Day): Day {
  return dayAfter(deliveredOn, daysToVerify);
}

/** Whether the verifier kept silent so long that the commission or the centre may act. */
export function hasPassedToCommission(
  instance: { readonly standing: string; readonly verifyBy: Day | null },
  today: Day,
): boolean {
  return instance.standing === 'delivered' && instance.verifyBy !== null && today > instance.verifyBy;
}

/** Whether a breach may be published: notice was given, and the days to reply are over, or the reply is there. */
export function mayPublishBreach(
  instance: {
    readonly noticedOn: Day | null;
    readonly breachedOn: Day | null;
    readonly repliedOn: Day | null;
  },
  at: { readonly today: Day; readonly replyDays: number },
): boolean {
  const { noticedOn, breachedOn, repliedOn } = instance;
  if (noticedOn === null || breachedOn === null) return false;
  return repliedOn !== null || at.today > lastDayToReply(noticedOn, at.replyDays);
}

/** The last day on which whoever was noticed may reply before a breach is published. */
export function lastDayToReply(noticedOn: Day, replyDays: number): Day {
  return dayAfter(noticedOn, replyDays);
}

/** What is said of evidence as it is handed in. */
export type EvidenceFields = {
  readonly kind: EvidenceKind;
  readonly fileId: string | null;
  readonly link: string | null;
  readonly note: string | null;
  readonly quantity: number | null;
  readonly takenOn: Day | null;
  readonly containsPersonal: boolean;
  readonly containsMinors: boolean;
};

/**
 * What is wrong with evidence as it was handed in, every fault with its field. The day it was handed in counts, whatever it
 * says: a day before the commitment began only asks for a word why.
 */
export function problemsOfEvidence(
  evidence: EvidenceFields,
  at: { readonly today: Day; readonly beganOn: Day | null },
): Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string) => problems.push({ code: `commitments.${code}`, field });
  const { fileId, link, note, takenOn } = evidence;
  const saysSomething = evidence.kind === 'minutes' || evidence.kind === 'confirmation';
  if (fileId === null && link === null && !(saysSomething && note !== null)) fault('evidence-empty', 'file');
  if (link !== null && !/^https?:\/\/[^\s/?#]+\.[^\s]+$/i.test(link)) fault('evidence-link', 'link');
  if (takenOn !== null && takenOn > at.today) fault('evidence-to-come', 'takenOn');
  const isBefore = takenOn !== null && at.beganOn !== null && takenOn < at.beganOn;
  if (isBefore && note === null) fault('evidence-before', 'note');
  return problems;
}

/** @throws Refusal `commitments.incomplete`, with every fault and its field */
export function refusePoorEvidence(...given: Parameters<typeof problemsOfEvidence>): void {
  const problems = problemsOfEvidence(...given);
  if (problems.length > 0) throw refuse('commitments.incomplete', { problems });
}

/** @throws Refusal `commitments.minors-stay-private`: where minors appear nothing is made public, whoever asks */
export function refusePublicMinors(
  evidence: { readonly containsMinors: boolean; readonly containsPersonal: boolean },
  visibility: EvidenceVisibility,
): void {
  if (visibility !== 'public') return;
  if (evidence.containsMinors) throw refuse('commitments.minors-stay-private', { field: 'visibility' });
  if (evidence.containsPersonal) throw refuse('commitments.personal-stays-private', { field: 'visibility' });
}
