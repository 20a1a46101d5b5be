import { textOf } from '../api.ts';

/** Which deed a form is: its name, without the id of the thing that it is about. */
export function deedOfForm(form: FormData): string {
  return textOf(form, '_form').replace(/-[0-9a-f]{8}-[0-9a-f-]{27}$/, '');
}
