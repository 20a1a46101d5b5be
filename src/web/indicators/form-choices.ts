import { call, pageOfRequest } from '../api.ts';
import { findPrioritisers } from '../diagnosis/prioritisers.ts';
import type { Option } from '../design/field.tsx';

type Context = Parameters<typeof call>[0];

/** What the forms of indicators choose from: the indicators that a ratio may be made of, the dimensions, and who may keep it. */
export async function formChoices(context: Context, request: Request, territory: string | null) {
  const { language } = pageOfRequest(context);
  const [first, dimensions, near] = await Promise.all([
    call(context, 'listIndicators', { limit: 200 }, request),
    call(context, 'listDimensions', {}, request),
    territory === null ? null : findPrioritisers(context, territory, request),
  ]);
  const parts: Option[] = first.items
    .filter(({ composition }) => composition === 'count' || composition === 'stock')
    .map(({ code, title, titleEn }) => ({
      value: code,
      label: `${language === 'en' ? (titleEn ?? title) : title} (${code})`,
    }));
  const owners: Option[] = (near?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return { parts, owners, dimensions: dimensions.items, abilities: first.abilities };
}
