import type { ChangeoverDay } from '#domain/territories/changeovers.ts';
import { textOf, type call } from '../api.ts';
import { chosenPerson } from './choose.ts';
import type { Named } from './actor-shapes.ts';

type Context = Parameters<typeof call>[0];
type Passing = { readonly fromPersonId: string; readonly toPersonId: string | null };
type Refusal = Extract<Awaited<ReturnType<typeof chosenPerson>>, { ok: false }>;

/** Those whose offices may pass on, and where. */
export type Leaving = {
  readonly government: Named | null;
  readonly territory: string;
  readonly organisationId: string | null;
  /** When governments of this level change next, and the day to offer. */
  readonly changeover: ChangeoverDay | null;
  readonly firstDay: string | null;
  readonly people: readonly (Named & { readonly offices: readonly string[]; readonly leaves: boolean })[];
};

/** Who leaves and who comes, as a form says it: one pair of fields for each person who is marked as leaving. */
export async function readPassings(
  context: Context,
  form: FormData,
): Promise<{ readonly ok: true; readonly passings: Passing[] } | Refusal> {
  const known = textOf(form, 'passings');
  if (known) return { ok: true, passings: parsePassings(known) };
  const at = { territory: textOf(form, 'territory'), organisationId: textOf(form, 'home') || null };
  const passings: Passing[] = [];
  for (const fromPersonId of form.getAll('leaves').map(String)) {
    const person = await chosenPerson(context, form, `to-${fromPersonId}`, at);
    if (!person.ok) return person;
    passings.push({ fromPersonId, toPersonId: person.id });
  }
  return { ok: true, passings };
}

/** Pairs on one line each, so that what was previewed is what is done. */
export function writePassings(passings: readonly Passing[]): string {
  return passings.map((passing) => `${passing.fromPersonId} ${passing.toPersonId ?? ''}`).join('\n');
}

function parsePassings(text: string): Passing[] {
  return text.split(/\r?\n/).map((line) => {
    const [fromPersonId = '', toPersonId = ''] = line.split(' ');
    return { fromPersonId, toPersonId: toPersonId || null };
  });
}
