import type { FileAnswer } from '#contract/operation.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import type { Context } from '#services/context.ts';
import { exportStrategyVersion } from '#services/strategy/export-strategy-version.ts';
import { getStrategy } from '#services/strategy/get-strategy.ts';
import { importStrategyVersion } from '#services/strategy/import-strategy-version.ts';
import { listStrategies } from '#services/strategy/list-strategies.ts';
import { previewStrategyImport } from '#services/strategy/preview-strategy-import.ts';

type File = { readonly bytes: Uint8Array; readonly fileName: string; readonly mediaType: string };

/** A country's strategy: the latest, where it has had several. */
async function strategyOf(context: Context, country: string) {
  const [latest] = (await listStrategies(context, { country })).items;
  if (!latest) throw refuse('strategy.not-found');
  return getStrategy(context, { strategyId: latest.id });
}

/** The version in force, or the one that is being prepared where none is yet, as a file. */
export async function exportStrategyFile(
  context: Context,
  country: string,
  format: string,
): Promise<FileAnswer> {
  if (format !== 'xlsx' && format !== 'json')
    throw refuseShared('shared.unsupported-media', { values: { accepted: 'xlsx, json' } });
  const { current, versions } = await strategyOf(context, country);
  const version = current ?? versions[0];
  if (!version) throw refuse('strategy.version-not-found');
  return exportStrategyVersion(context, { versionId: version.id, format });
}

/** A file into the draft of a country's strategy; without `isApplied` only what it would do. */
export async function importStrategyFile(
  context: Context,
  country: string,
  file: File,
  isApplied: boolean,
): Promise<unknown> {
  const { versions } = await strategyOf(context, country);
  const draft = versions.find(({ standing }) => standing === 'draft');
  if (!draft) throw refuse('strategy.no-draft');
  const given = { ...file, versionId: draft.id };
  return isApplied ? importStrategyVersion(context, given) : previewStrategyImport(context, given);
}
