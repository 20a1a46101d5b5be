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
  return { categories, offences: offencesOf(given), crossings: crossingsOf(given) };
}

/** A text as the file writes it, and as it is told to people: with its name, where metadata give one. */
export type OpenText = { readonly key: string; readonly label: string; readonly hasNoFigures: boolean };

function offencesOf(given: ValueImport): OpenText[] {
  return once(
    given.problems.flatMap(({ code, values }) =>
      ['values.unknown-indicator', 'values.partial-indicator', 'values.not-figures'].includes(code)
        ? [{ ...told(values), hasNoFigures: code === 'values.not-figures' }]
        : [],
    ),
  ).slice(0, 120);
}

function crossingsOf(given: ValueImport): (OpenText & { header: string })[] {
  return once(
    given.problems.flatMap(({ code, field, values }) =>
      code === 'values.unknown-crossing' && field !== null
        ? [{ ...told(values), hasNoFigures: false, header: field }]
        : [],
    ),
  ).slice(0, 60);
}

function told(values: Readonly<Record<string, string | number>>) {
  const label = String(values['text'] ?? '');
  return { key: String(values['key'] ?? label), label };
}

function once<One extends { readonly key: string }>(all: readonly One[]): One[] {
  return [...new Map(all.map((one) => [one.key, one])).values()];
}
