import { textOf } from '../api.ts';

/** What a form of a plan's head says, as the API takes it. */
export function headBody(form: FormData) {
  return {
    title: textOf(form, 'title'),
    summary: textOf(form, 'summary') || null,
    periodFrom: textOf(form, 'periodFrom'),
    periodTo: textOf(form, 'periodTo'),
    strategyId: textOf(form, 'strategyId') || null,
    confirmText: form.has('confirmText'),
  };
}
