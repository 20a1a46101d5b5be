import { countryOf } from '../actors/actor-shapes.ts';
import { countryOfPage, findPlace, territoriesOfList } from '../actors/territory-choices.ts';
import { call } from '../api.ts';

type Context = Parameters<typeof call>[0];

/** The territories and institutions that a report can be of, around the one asked for. */
export async function reportChoices(context: Context, request: Request, wanted: string | null) {
  const around = await countryOfPage(context, request, wanted === null ? null : countryOf(wanted));
  const reference = wanted ?? around.country?.reference ?? '';
  const [place, organisations] = await Promise.all([
    findPlace(context, reference, request),
    call(
      context,
      'listOrganisations',
      { territory: around.country?.reference ?? reference, limit: 200 },
      request,
    ),
  ]);
  return {
    place,
    territories: await territoriesOfList(context, around, place, request),
    organisations: organisations.items.map(({ id, name }) => ({ value: id, label: name })),
  };
}
