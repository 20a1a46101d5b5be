import { countryOf } from '../actors/actor-shapes.ts';
import { countryOfPage, territoriesOfList } from '../actors/territory-choices.ts';
import { call, pageOfRequest } from '../api.ts';
import { levelsBelow } from '../territories/level-choices.ts';

type Context = Parameters<typeof call>[0];

/** What a series can be begun for: indicators that are told and not computed, places, and what their levels are called. */
export async function seriesChoices(context: Context, request: Request) {
  const { language } = pageOfRequest(context);
  const wanted = new URL(request.url).searchParams.get('territorio');
  const around = await countryOfPage(context, request, wanted === null ? null : countryOf(wanted));
  const { country } = around;
  const place = country && { reference: country.reference, name: country.name[language] };
  const [listed, territories] = await Promise.all([
    call(context, 'listIndicators', { ...(country && { country: country.code }), limit: 200 }, request),
    place ? territoriesOfList(context, around, place, request) : [],
  ]);
  const told = listed.items.filter(
    ({ composition }) => composition !== 'computed' && composition !== 'ratio',
  );
  return {
    indicators: told.map((one) => ({
      value: one.code,
      label: `${language === 'en' ? (one.titleEn ?? one.title) : one.title} (${one.code})`,
    })),
    territories,
    place: place?.reference ?? '',
    levels: [
      ...(place ? [{ value: '0', label: place.name }] : []),
      ...levelsBelow(country?.kinds ?? [], language),
    ],
  };
}
