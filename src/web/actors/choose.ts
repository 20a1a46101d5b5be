import { data } from 'react-router';
import { fold } from '#domain/shared/fold.ts';
import type { Key, Say } from '#words/say.ts';
import { voice } from '#words/say.ts';
import { attempt, call, pageOfRequest, textOf, typedOf, type Refused } from '../api.ts';
import { loadMessages } from '../words/messages.ts';

type Context = Parameters<typeof call>[0];

/** One that a written name may mean, with what tells it from others of that name. */
export type Choice = { readonly id: string; readonly label: string };
export type Choices = Readonly<Record<string, readonly Choice[]>>;

type Found = {
  readonly id: string;
  readonly name: string;
  readonly other: string | null;
  readonly where: string;
};
type Chosen =
  { readonly ok: true; readonly id: string | null } | { readonly ok: false; readonly answer: UnsureAnswer };
type UnsureAnswer = ReturnType<typeof unsure>;

/**
 * Which organisation a field of a form means. It is written by name, so that it works without script:
 * one that fits is taken; where several do, the form comes back and asks which.
 */
export async function chosenOrganisation(
  context: Context,
  form: FormData,
  field: string,
  country: string,
): Promise<Chosen> {
  return choose(context, form, field, async (text) => {
    const { items } = await call(context, 'listOrganisations', { territory: country, text, limit: 50 });
    return items.map((one) => ({
      id: one.id,
      name: one.name,
      other: one.shortName,
      where: one.territory.name,
    }));
  });
}

/** Which person a field means; who is not there yet is registered when the form says so. */
export async function chosenPerson(
  context: Context,
  form: FormData,
  field: string,
  at: { readonly territory: string; readonly organisationId: string | null },
): Promise<Chosen> {
  const name = textOf(form, field);
  if (form.has(`${field}-new`) && name !== '') {
    const body = {
      territory: at.territory,
      name,
      organisationId: at.organisationId,
      visibility: 'territory' as const,
      confirmNew: true,
    };
    const key = textOf(form, '_key');
    const made = await attempt(context, 'createPerson', { body }, { key: key ? `${key}-person` : undefined });
    if (made.ok) return { ok: true, id: made.answer.id };
    return { ok: false, answer: unsure(form, { ...made.refused, field }, {}) };
  }
  return choose(context, form, field, async (text) => {
    const territory = at.territory.slice(0, 2);
    const { items } = await call(context, 'listPeople', { territory, text, limit: 50 });
    return items.map((one) => ({
      id: one.id,
      name: one.name,
      other: null,
      where: one.organisation?.name ?? one.territory.name,
    }));
  });
}

/** Which of those that are found a written name means; where it means none or several, what the form is answered. */
export async function choose(
  context: Context,
  form: FormData,
  field: string,
  find: (text: string) => Promise<Found[]>,
): Promise<Chosen> {
  const text = textOf(form, field);
  if (text === '') return { ok: true, id: null };
  if (textOf(form, `${field}-was`) === text) return { ok: true, id: textOf(form, `${field}-was-id`) };
  const offered = textOf(form, `${field}-for`) === text ? textOf(form, `${field}-id`) : '';
  if (offered !== '') return { ok: true, id: offered };
  const found = await find(text);
  const wanted = fold(text);
  const exact = found.filter((one) => fold(one.name) === wanted || fold(one.other ?? '') === wanted);
  const [only, ...others] = exact.length > 0 ? exact : found;
  if (only && others.length === 0) return { ok: true, id: only.id };
  const say = await voiceOfPage(context);
  const code: Key = only ? 'actor-pages.several-fit' : 'actor-pages.none-fits';
  const choices = (exact.length > 0 ? exact : found)
    .slice(0, 12)
    .map((one) => ({ id: one.id, label: `${one.name} (${one.where})` }));
  return { ok: false, answer: unsure(form, faultOn(field, code, say(code, { text })), { [field]: choices }) };
}

/** A fault that the page itself finds, in the shape of a refusal of the API. */
export function faultOn(field: string, code: string, message: string): Refused {
  return { status: 422, code, title: message, requestId: '', problems: [{ field, code, message }] };
}

function unsure(form: FormData, refused: Refused, choices: Choices) {
  return data({ refused, typed: typedOf(form), choices }, refused.status);
}

/** The voice of the page that is being answered, for the few sentences that an action says itself. */
export async function voiceOfPage(context: Context): Promise<Say> {
  const { language, visitor } = pageOfRequest(context);
  const locale = visitor ? `${language}-${visitor.country}` : language;
  return voice(language, locale, await loadMessages(language));
}
