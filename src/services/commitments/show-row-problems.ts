import type { Problem } from '#domain/shared/refusal.ts';
import { say } from '#words/index.ts';
import type { Context } from '../context.ts';

/** Faults of a row in the reader's words. */
export function showRowProblems(problems: readonly Problem[], language: Context['language']) {
  return problems.map(({ code, field, values }) => ({
    code,
    field: field ?? 'what',
    message: say.dynamic(language, `problem.${code}`, values ?? {}),
  }));
}
