import type { FileAnswer } from '#contract/operation.ts';
import { refuse } from '#domain/shared/refusals.ts';
import type { Context } from '#services/context.ts';
import { exportIndicators } from '#services/indicators/export-indicators.ts';
import { importIndicators } from '#services/indicators/import-indicators.ts';
import { previewIndicatorsImport } from '#services/indicators/preview-indicators-import.ts';

type File = { readonly bytes: Uint8Array; readonly fileName: string; readonly mediaType: string };

/** The indicators that a country uses: its own and those of every country. */
export async function exportIndicatorsFile(
  context: Context,
  country: string,
  format: string,
): Promise<FileAnswer> {
  if (format !== 'xlsx' && format !== 'csv' && format !== 'json')
    throw refuse('shared.unsupported-media', { values: { accepted: 'csv, xlsx, json' } });
  return exportIndicators(context, { country, standing: 'current', format });
}

/** A file of indicators into a country; without `isApplied` only what it would do. */
export async function importIndicatorsFile(
  context: Context,
  country: string,
  file: File,
  isApplied: boolean,
): Promise<unknown> {
  const given = { ...file, territory: country };
  return isApplied ? importIndicators(context, given) : previewIndicatorsImport(context, given);
}
