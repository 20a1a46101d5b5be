import type { ValueLayout } from '#domain/values/import/layout.ts';

/** The headers that a layout names and a table does not have. */
export function unfitHeaders(layout: ValueLayout, headers: readonly string[]): string[] {
  const { place, period, indicator } = layout;
  const named = [
    place.code,
    ...place.names,
    layout.value,
    ...layout.dimensions.map(({ header }) => header),
    ...layout.columns.map(({ header }) => header),
    ...(layout.crossings ?? []).map(({ header }) => header),
    period.kind === 'cell' ? period.header : null,
    ...(period.kind === 'parts' ? [period.year, period.month] : []),
    indicator.kind === 'cell' ? indicator.header : null,
  ].filter((header) => header !== null);
  return named.filter((header) => !headers.includes(header));
}
