import type { ViolenceKind } from '#domain/diagnosis/vocabulary.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { harmQuestions, type HarmQuestion } from './vocabulary.ts';

/** What was answered to one question: whether the action could do this harm, and then what is done about it. */
export type HarmAnswer = { readonly could: boolean; readonly measure: string | null };
export type HarmCheck = Readonly<Partial<Record<HarmQuestion, HarmAnswer>>>;

/** What a do-no-harm check lacks: an answer, or what is done about the harm. */
export function problemsOfHarmCheck(check: HarmCheck | null): Problem[] {
  return harmQuestions.flatMap((question) => {
    const answer = check?.[question];
    if (answer === undefined) return [{ code: 'plans.harm-unanswered', field: `harm-${question}` }];
    if (answer.could && answer.measure === null)
      return [{ code: 'plans.harm-without-measure', field: `harm-${question}-measure` }];
    return [];
  });
}

const neverMediated: readonly ViolenceKind[] = ['domestic', 'gender-based'];

/** Mediation presumes two equals. Against violence by a partner or at home it puts whoever suffers it in danger: it is refused, always. */
export function isMediationRefused(action: {
  readonly usesMediation: boolean;
  readonly violence: ViolenceKind | null;
}): boolean {
  return action.usesMediation && action.violence !== null && neverMediated.includes(action.violence);
}
