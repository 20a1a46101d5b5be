import { call, pageOfRequest } from '../api.ts';
import type { Option } from '../design/field.tsx';

type Context = Parameters<typeof call>[0];

/** What the forms of indicators choose from: the indicators that a ratio may be made of, and the dimensions. */
export async function formChoices(context: Context, request: Request) {
  const { language } = pageOfRequest(context);
  const [first, dimensions] = await Promise.all([
    call(context, 'listIndicators', { limit: 200 }, request),
    call(context, 'listDimensions', {}, request),
  ]);
  const parts: Option[] = first.items
    .filter(({ composition }) => composition === 'count' || composition === 'stock')
    .map(({ code, title, titleEn }) => ({
      value: code,
      label: `${language === 'en' ? (titleEn ?? title) : title} (${code})`,
    }));
  return { parts, dimensions: dimensions.items, abilities: first.abilities };
}
