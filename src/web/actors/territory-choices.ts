import { call, pageOfRequest } from '../api.ts';
import type { Option } from '../design/field.tsx';

type Context = Parameters<typeof call>[0];
type Place = { readonly reference: string; readonly name: string };

/** The country of a page: the one in its address, else the visitor's, else the first there is. */
export async function countryOfPage(context: Context, request: Request, wanted: string | null) {
  const { items } = await call(context, 'listCountries', {}, request);
  const code = wanted ?? pageOfRequest(context).visitor?.country;
  return { countries: items, country: items.find((one) => one.code === code) ?? items[0] ?? null };
}

/**
 * The territories to choose from under one, two levels deep, grouped by the level between.
 * A territory deeper down stands among them where it was asked for.
 */
export async function territoryChoices(
  context: Context,
  root: string,
  asked: Place | null,
  request: Request,
): Promise<Option[]> {
  const { language } = pageOfRequest(context);
  const { items } = await call(context, 'getTerritoryTree', { reference: root, depth: 2 }, request);
  const top = items.find((item) => item.reference === root);
  const middle = items.filter((item) => item.parent === root);
  const options = [
    ...(top ? [{ value: top.reference, label: top.name }] : []),
    ...middle.flatMap((place) => [
      { value: place.reference, label: `${place.name} (${place.kindName[language]})`, group: place.name },
      ...items
        .filter((item) => item.parent === place.reference)
        .map((item) => ({ value: item.reference, label: item.name, group: place.name })),
    ]),
  ];
  const isThere = asked === null || options.some((option) => option.value === asked.reference);
  return isThere ? options : [{ value: asked.reference, label: asked.name }, ...options];
}

/** The same for a list, with the other countries to go over to. */
export async function territoriesOfList(
  context: Context,
  around: Awaited<ReturnType<typeof countryOfPage>>,
  asked: Place,
  request: Request,
): Promise<Option[]> {
  const { countries, country } = around;
  const { language } = pageOfRequest(context);
  const here = await territoryChoices(context, country?.reference ?? asked.reference, asked, request);
  const others = countries.filter((one) => one.code !== country?.code);
  return [...here, ...others.map((one) => ({ value: one.reference, label: one.name[language] }))];
}

/** Where somebody may register: their own territory and what lies below it. */
export async function ownTerritories(context: Context, request: Request) {
  const home = pageOfRequest(context).visitor?.home ?? null;
  const wanted = new URL(request.url).searchParams.get('territorio') ?? home?.reference ?? null;
  const asked =
    wanted === null || wanted === home?.reference ? null : await findPlace(context, wanted, request);
  const options = home === null ? [] : await territoryChoices(context, home.reference, asked, request);
  return { options, chosen: wanted ?? '' };
}

/** The name of a territory that an address speaks of. */
export async function findPlace(context: Context, reference: string, request: Request): Promise<Place> {
  const { name } = await call(context, 'getTerritory', { reference }, request);
  return { reference, name };
}
