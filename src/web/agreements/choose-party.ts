import { fold } from '#domain/shared/fold.ts';
import { choose, faultOn, voiceOfPage } from '../actors/choose.ts';
import { call } from '../api.ts';

type Context = Parameters<typeof call>[0];

/** What the API takes of who a party is. */
export type ChosenHolder = { readonly organisationId: string | null; readonly structureId: string | null };

/** Which organisation or structure a field of a form means. It is written by name; where several fit, the form asks which. */
export async function chosenHolder(context: Context, form: FormData, field: string, country: string) {
  const chosen = await choose(context, form, field, async (text) => {
    const [organisations, structures] = await Promise.all([
      call(context, 'listOrganisations', { territory: country, text, limit: 30 }),
      call(context, 'listStructures', { territory: country, text, limit: 30 }),
    ]);
    return [
      ...organisations.items.map((one) => ({
        id: `organisation:${one.id}`,
        name: one.name,
        other: one.shortName,
        where: one.territory.name,
      })),
      ...structures.items.map((one) => ({
        id: `structure:${one.id}`,
        name: one.name,
        other: null,
        where: one.territory.name,
      })),
    ];
  });
  if (!chosen.ok) return chosen;
  const [kind, id = null] = (chosen.id ?? '').split(':');
  const holder: ChosenHolder = {
    organisationId: kind === 'organisation' ? id : null,
    structureId: kind === 'structure' ? id : null,
  };
  return { ok: true as const, holder: chosen.id === null ? null : holder };
}

/**
 * The territories whose names or references stand in a text, one a line.
 * @returns their references, or the fault that names the first line that means none or several
 */
export async function namedTerritories(context: Context, text: string, field: string, country: string) {
  const references: string[] = [];
  for (const line of text
    .split(/[\n;]/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    if (/^[A-Z]{2}(-[0-9A-Z]+)?$/.test(line)) {
      references.push(line);
      continue;
    }
    const { items } = await call(context, 'search', { text: line, limit: 30 });
    const places = items.filter(({ kind, id }) => kind === 'territory' && id.startsWith(country));
    const exact = places.filter(({ title }) => fold(title) === fold(line));
    const [only, ...more] = exact.length > 0 ? exact : places;
    if (!only || more.length > 0) {
      const say = await voiceOfPage(context);
      const options = more.length > 0 && only ? [only, ...more].slice(0, 6).map((one) => one.id) : [];
      const message =
        options.length > 0
          ? say('agreement-pages.several-places', { text: line, options: options.join(', ') })
          : say('agreement-pages.no-place', { text: line });
      return { ok: false as const, refused: faultOn(field, 'agreements.place', message) };
    }
    references.push(only.id);
  }
  return { ok: true as const, references };
}
