import type { Given } from '../api.ts';
import { textOf } from '../api.ts';

type Subjects = Given<'openReportCycle'>['body']['subjects'];

/** Who is asked, as the form says it. Codes may stand without their country. */
export function subjectsOfForm(form: FormData): Subjects {
  const country = textOf(form, 'territory').slice(0, 2);
  switch (textOf(form, 'subjects')) {
    case 'territories': {
      const codes = textOf(form, 'references')
        .split(/[\s,;]+/)
        .filter(Boolean);
      const references = codes.map((code) =>
        code.startsWith(`${country}-`) || code === country ? code : `${country}-${code}`,
      );
      return { kind: 'territories', references };
    }
    case 'organisations':
      return {
        kind: 'organisations',
        ids: form.getAll('organisations').filter((id) => typeof id === 'string'),
      };
    case 'agreement':
      return { kind: 'agreement', id: textOf(form, 'agreement') };
    default:
      return { kind: 'level', level: Number(textOf(form, 'level')) };
  }
}
