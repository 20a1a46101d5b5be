import { call, pageOfRequest } from '../api.ts';
import type { Option } from '../design/field.tsx';

type Context = Parameters<typeof call>[0];

/** Countries, and the areas of their first level, to choose where from. */
export async function placesOfFilter(
  context: Context,
  request: Request,
  asked: string | undefined,
): Promise<Option[]> {
  const { items } = await call(context, 'listCountries', {}, request);
  const groups = await Promise.all(
    items.map(async (country) => {
      const { items: areas } = await call(
        context,
        'listTerritories',
        { parent: country.reference, limit: 100 },
        request,
      );
      const group = country.name.es;
      return [
        { value: country.reference, label: country.name.es, group },
        ...areas.map(({ reference, name }) => ({ value: reference, label: name, group })),
      ];
    }),
  );
  const options = groups.flat();
  // A narrower place, from the page of a territory, stays chosen.
  if (asked === undefined || options.some(({ value }) => value === asked)) return options;
  const place = await call(context, 'getTerritory', { reference: asked }, request);
  return [{ value: place.reference, label: place.name }, ...options];
}

/** The organisations that one may write for: one's own, and those of the territory that one coordinates. */
export async function organisationsToWriteFor(context: Context, request: Request): Promise<Option[]> {
  const { visitor } = pageOfRequest(context);
  if (visitor === null) return [];
  const own = visitor.organisation ? [visitor.organisation] : [];
  const coordinates = visitor.deeds.includes('edit-need') && visitor.deeds.includes('edit-plan');
  const listed = coordinates
    ? (await call(context, 'listOrganisations', { territory: visitor.home.reference, limit: 200 }, request))
        .items
    : [];
  const others = listed.filter(({ id }) => own.every((one) => one.id !== id));
  return [...own, ...others].map(({ id, name }) => ({ value: id, label: name }));
}

/** The territories of a country down to its municipalities, each under the area it lies in. */
export async function placesToWriteAt(
  context: Context,
  request: Request,
  reference: string,
): Promise<Option[]> {
  const { items } = await call(context, 'getTerritoryTree', { reference, depth: 2 }, request);
  const names = new Map(items.map((one) => [one.reference, one.name]));
  const root = items[0];
  return items.map((one) => {
    const isUnderArea = one.parent !== null && one.parent !== root?.reference;
    const group = isUnderArea ? (names.get(one.parent ?? '') ?? '') : one.name;
    return { value: one.reference, label: `${one.name} (${one.code})`, group };
  });
}
