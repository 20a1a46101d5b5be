import { call, textOf, type Fault, type Given } from '../api.ts';
import type { Commitment, Party } from './commitment-shapes.ts';
import { recurrenceOf } from './recurrence-of.ts';

type Body = Given<'updateCommitment'>['body'];
type Ref = Body['obligor'];
type PartyField = 'obligor' | 'beneficiary' | 'verifier';

/** Whom a typed name means, nobody where none was typed, or what is wrong with it. */
export type FoundParty =
  | { readonly ok: true; readonly ref: Ref | null }
  | { readonly ok: false; readonly code: string; readonly problem: Fault };

/** Finds the party that was typed. A name that was left as it stands means whom it meant before. */
export async function findParty(
  context: Parameters<typeof call>[0],
  country: string,
  form: FormData,
  field: PartyField,
  before: Party | null,
): Promise<FoundParty> {
  return findNamed(context, country, { field, text: textOf(form, field) }, before);
}

async function findNamed(
  context: Parameters<typeof call>[0],
  country: string,
  { field, text }: { readonly field: string; readonly text: string },
  before: Party | null,
): Promise<FoundParty> {
  if (before && text === before.name) return { ok: true, ref: { kind: before.kind, id: before.id } };
  if (text === '') return { ok: true, ref: null };
  const { items } = await call(context, 'listPartyChoices', { country, text });
  const [first, ...others] = items;
  if (first && others.length === 0) return { ok: true, ref: { kind: first.kind, id: first.id } };
  const code = first ? 'commitments.name-ambiguous' : 'commitments.name-unknown';
  const names = items.map(({ name, territory }) => `${name} (${territory.name})`).join('; ') || text;
  return { ok: false, code, problem: { code, field, message: names } };
}

const numberOf = (form: FormData, name: string) => {
  const text = textOf(form, name).replace(',', '.');
  return text === '' ? null : Number(text);
};

/** Whom the lines of a field mean, one name a line; or what is wrong with the first that means nobody or several. */
export async function findCoObliged(
  context: Parameters<typeof call>[0],
  country: string,
  form: FormData,
  before: readonly Party[],
): Promise<{ readonly ok: true; readonly refs: Ref[] } | Extract<FoundParty, { ok: false }>> {
  const names = textOf(form, 'coObliged')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const refs: Ref[] = [];
  for (const name of new Set(names)) {
    const known = before.find((party) => party.name === name) ?? null;
    const found = await findNamed(context, country, { field: 'coObliged', text: name }, known);
    if (!found.ok) return found;
    if (found.ref) refs.push(found.ref);
  }
  return { ok: true, refs };
}

/** The body of a correction: what the form says, and what it does not ask stays as it is. */
export function commitmentBody(
  form: FormData,
  commitment: Commitment,
  parties: Readonly<Record<PartyField, FoundParty>>,
  coObliged: readonly Ref[],
): Pick<Given<'updateCommitment'>, 'body' | 'version'> {
  const ref = (found: FoundParty) => (found.ok ? found.ref : null);
  const { kind, id } = commitment.obligor;
  const verifier = ref(parties.verifier);
  // Whoever is owed verified because nobody was named: so it stays, whoever is owed now.
  const isDefault = verifier !== null && verifier.id === commitment.beneficiary?.id;
  return {
    version: Number(textOf(form, 'version')),
    body: {
      what: textOf(form, 'what'),
      obligor: ref(parties.obligor) ?? { kind, id },
      coObliged: [...coObliged],
      beneficiary: ref(parties.beneficiary),
      verifier: isDefault ? null : verifier,
      responsibleOffice: textOf(form, 'responsibleOffice'),
      proof: textOf(form, 'proof'),
      unit: textOf(form, 'unit'),
      quantity: numberOf(form, 'quantity'),
      targetGroups: form.getAll('targetGroups').map(String) as Body['targetGroups'],
      targetSize: numberOf(form, 'targetSize'),
      startsOn: textOf(form, 'startsOn') || null,
      dueOn: textOf(form, 'dueOn'),
      recurrence: recurrenceOf(textOf(form, 'recurrence'), textOf(form, 'recurrenceTimes')),
      currency: textOf(form, 'currency').toUpperCase() || null,
      cash: numberOf(form, 'cash'),
      staffDays: numberOf(form, 'staffDays'),
      inKind: textOf(form, 'inKind'),
      weight: numberOf(form, 'weight') ?? 1,
      poaCode: textOf(form, 'poaCode'),
      place: textOf(form, 'place') || null,
      needId: textOf(form, 'needId') || null,
      noNeedReason: textOf(form, 'noNeedReason'),
      threadId: textOf(form, 'threadId') || null,
      confirmText: form.has('confirmText'),
    },
  };
}
