import type { FileAnswer } from '#contract/operation.ts';
import { comparisonSheet, type ComparedLine } from '#formats/analysis/comparison-sheet.ts';
import { tableMediaTypes, writeTable } from '#formats/tables/index.ts';
import type { Context } from '../context.ts';

type Compared = {
  readonly areas: readonly ComparedLine[];
  readonly indicator: { readonly code: string; readonly title: string; readonly unit: string };
  readonly series: { readonly source: { readonly title: string } } | null;
  readonly within: { readonly reference: string };
};

/** Exactly the territories that the page shows beside the whole, as a file. */
export async function writeComparison(
  { areas, indicator, series, within }: Compared,
  { format, language }: { readonly language: Context['language']; readonly format: 'csv' | 'xlsx' },
): Promise<FileAnswer> {
  const given = { title: indicator.title, unit: indicator.unit, source: series?.source.title ?? '' };
  const bytes = await writeTable([comparisonSheet(areas, given, language)], format, { excel: true });
  return {
    fileName: `${indicator.code} ${within.reference}.${format}`,
    mediaType: tableMediaTypes[format],
    bytes,
  };
}
