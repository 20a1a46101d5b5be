import { isPossible, type AgreementAct, type AgreementStanding } from './lifecycle.ts';
import type { AgreementTemplate } from './template-schema.ts';

/** What people can do to an agreement from the signature onwards. Words: `agreement-life.step.<step>`. */
export const lifeSteps = [
  'seal',
  'sign',
  'record-gate',
  'add-addendum',
  'suspend',
  'resume',
  'give-notice',
  'reply',
  'decide-notice',
  'publish-notice',
  'object-to-renewal',
  'declare-will',
  'withdraw',
  'end-for-cause',
  'call-session',
  'reschedule',
  'add-balance',
  'decide-on-commitment',
  'close',
  'redact',
] as const;
export type LifeStep = (typeof lifeSteps)[number];

/** What has to be known to say which steps are open. */
export type StepsAsked = {
  readonly standing: AgreementStanding;
  readonly kind: string;
  readonly isSealed: boolean;
  readonly actsForParty: boolean;
  readonly oversees: boolean;
  readonly gatesMissing: number;
  readonly renewsTacitly: boolean;
  readonly openNotices: number;
  readonly openBalances: number;
  readonly undecidedCommitments: number;
};

/** A step, whether it is open to whoever asks, and what stands in the way: `agreement-life.why.<why>`. */
export type Step = { readonly act: LifeStep; readonly isOpen: boolean; readonly why: string | null };

const actOfStep: Readonly<Record<LifeStep, readonly AgreementAct[]>> = {
  seal: ['sealed'],
  sign: ['signed-by-one'],
  'record-gate': ['entered-into-force'],
  'add-addendum': ['amended', 'corrected'],
  suspend: ['suspended'],
  resume: ['resumed'],
  'give-notice': ['gave-notice'],
  reply: ['replied'],
  'decide-notice': ['cured'],
  'publish-notice': ['gave-notice', 'cured', 'closed', 'opened-settlement'],
  'object-to-renewal': ['objected-to-renewal'],
  'declare-will': ['declared-will-to-end'],
  withdraw: ['withdrew-from'],
  'end-for-cause': ['declared-null'],
  'call-session': ['gave-notice', 'cured', 'resumed', 'closed', 'opened-settlement', 'entered-into-force'],
  reschedule: ['amended'],
  'add-balance': ['closed'],
  'decide-on-commitment': ['decided-on-commitment'],
  close: ['closed'],
  redact: ['redacted'],
};

const forOverseers = new Set<LifeStep>([
  'suspend',
  'resume',
  'publish-notice',
  'end-for-cause',
  'call-session',
  'reschedule',
  'close',
  'redact',
]);
const notOfAddenda = new Set<LifeStep>(
  lifeSteps.filter((step) => !['seal', 'sign', 'record-gate', 'redact'].includes(step)),
);

/** The steps that have a place as an agreement stands, each open to whoever asks or with what stands in its way. */
export function lifeStepsOf(
  asked: StepsAsked,
  template: Pick<AgreementTemplate, 'termination' | 'commission'>,
): Step[] {
  return lifeSteps
    .filter((step) => hasPlace(step, asked, template))
    .map((act) => {
      const why = whyNot(act, asked);
      return { act, isOpen: why === null, why };
    });
}

function hasPlace(
  step: LifeStep,
  asked: StepsAsked,
  template: Pick<AgreementTemplate, 'termination' | 'commission'>,
): boolean {
  if (!actOfStep[step].some((act) => isPossible(asked.standing, act))) return false;
  if (asked.kind === 'addendum' && notOfAddenda.has(step)) return false;
  const { causes } = template.termination;
  switch (step) {
    case 'seal':
      return !asked.isSealed;
    case 'sign':
      return asked.isSealed;
    case 'record-gate':
      return asked.gatesMissing > 0;
    case 'object-to-renewal':
      return asked.renewsTacitly;
    case 'publish-notice':
    case 'decide-notice':
    case 'reply':
      return asked.openNotices > 0;
    case 'declare-will':
      return causes.includes('unanimity');
    case 'withdraw':
      return causes.includes('withdrawal');
    case 'end-for-cause':
      return causes.includes('nullity') || causes.includes('other');
    case 'reschedule':
      return template.commission?.mayReschedule === true;
    case 'decide-on-commitment':
      return asked.undecidedCommitments > 0;
    default:
      return true;
  }
}

function whyNot(step: LifeStep, asked: StepsAsked): string | null {
  if (step === 'sign') return null; // Whoever signs is told there in which office.
  if (forOverseers.has(step) && !asked.oversees) return 'for-overseers';
  if (!forOverseers.has(step) && !asked.actsForParty && !asked.oversees) return 'for-parties';
  if (step === 'close' && asked.openBalances > 0) return 'unsettled';
  if (step === 'close' && asked.undecidedCommitments > 0) return 'open-commitments';
  return null;
}
