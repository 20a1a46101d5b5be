import type { Layout, ValueImport } from './layout-of-form.ts';

/** Texts of the file that nobody knows yet, by the column in which they stand. */
export type OpenTexts = { readonly header: string; readonly texts: readonly string[] };

/** What in the file is not understood: groups, by their dimension, and names of offences. */
export function openTexts(given: ValueImport, layout: Layout) {
  const unknown = [
    ...given.doubts.filter(({ code }) => code === 'category').map(({ header, text }) => ({ header, text })),
    ...given.problems
      .filter(({ code }) => code === 'values.unknown-category')
      .map(({ field, values }) => ({ header: field, text: String(values['text'] ?? '') })),
  ];
  const categories = layout.dimensions.flatMap(({ header, dimension }) => {
    const texts = unknown.filter((one) => one.header === header).map(({ text }) => text ?? '');
    return texts.length === 0 ? [] : [{ header, dimension, texts: [...new Set(texts)].slice(0, 40) }];
  });
  const offences = given.problems
    .filter(({ code }) => code === 'values.unknown-indicator' || code === 'values.partial-indicator')
    .map(({ values }) => String(values['text'] ?? ''));
  return { categories, offences: [...new Set(offences)].slice(0, 60) };
}
