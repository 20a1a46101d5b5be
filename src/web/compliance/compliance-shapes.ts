import type { Answer } from '../api.ts';
import type { State } from '../design/state-tag.tsx';

export type Compliance = Answer<'getCompliance'>;
export type Figure = Compliance['figures'][number];
export type Case = Answer<'listComplianceCases'>['items'][number];

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** What the address asks for: unknown words ask for nothing. */
export function askedOf(request: Request) {
  const asked = new URL(request.url).searchParams;
  const fitting = (name: string, form: RegExp) => {
    const given = asked.get(name) ?? '';
    return form.test(given) ? given : undefined;
  };
  return {
    agreement: fitting('convenio', isId),
    party: fitting('quien', isId),
    line: fitting('linea', isId),
    from: fitting('desde', isDay),
    to: fitting('hasta', isDay),
  };
}

/** The page of what was counted. */
export function addressOfCase(one: Case): string {
  const addresses = {
    commitment: `/compromisos/${one.subject}`,
    territory: `/territorios/${one.subject}`,
    session: `/convenios/${one.subject}`,
    action: `/planes/${one.subject}`,
    need: `/necesidades/${one.subject}`,
    report: `/reportes/${one.subject}`,
    structure: `/actores/estructuras/${one.subject}`,
    series: `/cifras/series/${one.subject}`,
  } as const;
  return addresses[one.kind];
}

/** The look of each light; the word says which it is. */
export const lightLooks = {
  green: 'fulfilled',
  amber: 'at-risk',
  red: 'late',
} as const satisfies Record<string, State>;
