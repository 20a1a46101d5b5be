import { call, pageOfRequest } from '../api.ts';
import type { NameChoices } from './name-meanings.tsx';

type Context = Parameters<typeof call>[0];

/** The indicators and categories from which forms of names choose. */
export async function loadNameChoices(
  context: Context,
  country: string | null,
  request: Request,
): Promise<NameChoices> {
  const { language } = pageOfRequest(context);
  const [indicators, iccs] = await Promise.all([
    call(context, 'listIndicators', { ...(country === null ? {} : { country }), limit: 200 }, request),
    call(context, 'listIccs', {}, request),
  ]);
  const called = (one: { title: string; titleEn: string | null }) =>
    language === 'en' ? (one.titleEn ?? one.title) : one.title;
  return {
    indicators: indicators.items
      .filter(({ composition }) => composition !== 'ratio' && composition !== 'computed')
      .map((one) => ({ value: one.code, label: `${called(one)} (${one.code})` })),
    iccs: iccs.items.map((one) => ({ value: one.code, label: `${one.code} ${called(one)}` })),
  };
}
