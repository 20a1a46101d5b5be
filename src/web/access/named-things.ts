import type { RouterContextProvider } from 'react-router';
import { voice, type Say } from '#words/say.ts';
import { attempt, call, pageOfRequest, type Fault, type Refused } from '../api.ts';
import { loadMessages } from '../words/messages.ts';

type Context = Readonly<RouterContextProvider>;

/** What a typed name turned out to mean, or what is wrong with it. */
export type Found = { readonly value: string | null; readonly fault: string | null };

const nothing: Found = { value: null, fault: null };
const found = (value: string): Found => ({ value, fault: null });
const wrong = (fault: string): Found => ({ value: null, fault });

/** The voice of the page inside a loader or an action. */
export async function voiceOfPage(context: Context): Promise<Say> {
  const { language } = pageOfRequest(context);
  return voice(language, language, await loadMessages(language));
}

/** A territory as people type it: chosen from the list, by its code, or by its name, which may mean several. */
export async function findPlace(context: Context, say: Say, typed: string): Promise<Found> {
  if (typed === '') return nothing;
  const code = /\(([A-Z]{2}(?:-[0-9A-Z.-]+)?)\)$/i.exec(typed)?.[1] ?? typed;
  if (/^[A-Z]{2}(-[0-9A-Z.-]+)?$/i.test(code)) return found(code.toUpperCase());
  const country = pageOfRequest(context).visitor?.country;
  const { isPlain, items } = await call(context, 'findTerritoriesByName', { name: typed, country, limit: 5 });
  const [first] = items;
  if (!first) return wrong(say('accounts.no-such-place', { text: typed }));
  if (isPlain) return found(first.reference);
  const options = items.map((item) => `${item.name} (${item.reference})`).join(', ');
  return wrong(say('accounts.which-place', { options }));
}

/** An institution by its name or its short one. */
export async function findOrganisation(context: Context, say: Say, typed: string): Promise<Found> {
  if (typed === '') return nothing;
  const { items } = await call(context, 'listOrganisations', { text: typed, limit: 5 });
  return oneOf(
    items.map((item) => ({ id: item.id, names: [item.name, item.shortName ?? ''] })),
    typed,
    say('accounts.no-such-organisation', { text: typed }),
    (options) => say('accounts.which-organisation', { options }),
  );
}

/** A board, committee or table by its name, in a territory. */
export async function findStructure(
  context: Context,
  say: Say,
  typed: string,
  territory: string | null,
): Promise<Found> {
  if (typed === '') return nothing;
  const where = territory === null ? {} : { territory };
  const answer = await attempt(context, 'listStructures', { ...where, text: typed, limit: 5 });
  const items = answer.ok ? answer.answer.items : [];
  return oneOf(
    items.map((item) => ({ id: item.id, names: [item.name] })),
    typed,
    say('accounts.no-such-structure', { text: typed }),
    (options) => say('accounts.which-structure', { options }),
  );
}

type Named = { readonly id: string; readonly names: readonly string[] };

function oneOf(
  items: readonly Named[],
  typed: string,
  none: string,
  several: (options: string) => string,
): Found {
  const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
  const exact = items.filter((item) => item.names.some((name) => plain(name) === plain(typed)));
  const [only] = exact.length === 1 ? exact : items;
  if (!only) return wrong(none);
  if (exact.length === 1 || items.length === 1) return found(only.id);
  return wrong(several(items.map((item) => item.names[0]).join(', ')));
}

/** Faults found before anything was asked of the API, as the API would tell them. */
export function refusedFor(
  title: string,
  faults: readonly { readonly field: string; readonly message: string | null }[],
): Refused {
  const problems = faults.flatMap(({ field, message }): Fault[] =>
    message === null ? [] : [{ field, message, code: 'shared.invalid' }],
  );
  return { status: 422, code: 'shared.invalid', title, requestId: '', problems };
}

/** The same refusal with the API's names of fields as this page's form calls them. */
export function withFieldsOf(refused: Refused, names: Readonly<Record<string, string>>): Refused {
  const rename = (field: string) => names[field] ?? field;
  return {
    ...refused,
    ...(refused.field !== undefined && { field: rename(refused.field) }),
    problems: refused.problems.map((problem) =>
      problem.field === undefined ? problem : { ...problem, field: rename(problem.field) },
    ),
  };
}
