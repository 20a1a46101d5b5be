import type { DimensionRow } from '#database/indicators/dimension-views.ts';
import type { Context } from '../context.ts';

/** "sex=f&age=0-17" as "Mujeres, 0 a 17 años"; empty for everybody. */
export function groupTitle(
  dimensions: readonly DimensionRow[],
  key: string,
  language: Context['language'],
): string {
  return [...new URLSearchParams(key)]
    .map(([dimension, code]) => {
      const found = dimensions
        .find((one) => one.code === dimension)
        ?.categories.find((category) => category.code === code);
      return found ? (language === 'en' ? found.titleEn : found.title) : code;
    })
    .join(', ');
}
