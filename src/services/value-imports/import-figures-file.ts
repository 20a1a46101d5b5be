import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { inScope } from '#database/connection.ts';
import { findCrosswalkTitles } from '#database/value-imports/crosswalk-views.ts';
import { permit } from '#domain/access/permissions.ts';
import { fold } from '#domain/shared/fold.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { refuse } from '#domain/values/refusals.ts';
import type { ValueLayout } from '#domain/values/import/layout.ts';
import { valueLayoutSchema } from '#domain/values/import/layout-schema.ts';
import { importSettingsSchema, type Mapping } from '#domain/values/import/mapping-schema.ts';
import { readMetadata } from '#formats/dhis2/read-metadata.ts';
import { openRows } from '#formats/values/row-source.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { unreadOf } from './import-deed.ts';
import { knownHere, type KnownHere } from './known-here.ts';
import { likelyCountry } from './likely-country.ts';
import { unfitHeaders } from './unfit-headers.ts';
import { layoutOf, understandFigures, type Understood } from './understand-figures.ts';
import { writeFigures, type ImportSettings } from './write-figures.ts';

export type FiguresFile = {
  readonly path: string;
  readonly fileName: string;
  /** The country, or the territory within it, that the figures are of; null for the country whose places the file names. */
  readonly territory: string | null;
  readonly mapping: Mapping;
  /** A file of another system's metadata, which names the marks of an exchange file. */
  readonly metadataPath?: string | undefined;
  readonly apply: boolean;
  readonly onProgress?: (rows: number) => void;
};

export type FiguresReport = {
  readonly layout: ValueLayout;
  readonly rows: number;
  readonly values: number;
  readonly written: number;
  readonly same: number;
  readonly runId: string | null;
  readonly unread: ReturnType<typeof unreadOf>;
  /** By which versions of which names it was read. */
  readonly crosswalks: readonly { readonly title: string; readonly number: number }[];
  readonly problems: readonly Problem[];
  readonly problemCount: number;
};

/**
 * Brings in a file of figures by a mapping, or by what can be guessed: all of it, or nothing while something is open. Without `apply` it only
 * says what would come of it.
 * @throws {Refusal} of tables where it cannot be read at all, `values.mapping-unfit` where a column of the mapping is not in the file
 */
export async function importFiguresFile(context: Context, file: FiguresFile): Promise<FiguresReport> {
  const sha256 = await hashOfFile(file.path);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const source = await openRows(file.path, {
      fileName: file.fileName,
      sheet: file.mapping.layout?.sheet ?? null,
      headerRow: file.mapping.layout?.headerRow ?? null,
    });
    const dictionary = file.metadataPath === undefined ? undefined : await readMetadata(file.metadataPath);
    const place = await getPlace(tx, file.territory ?? (await likelyCountry(tx, source, dictionary)));
    permit(context.actor, 'import', { territoryId: place.id });
    const here = await knownHere(tx, place.country, dictionary);
    const known = withPlaces(here.ofSource(settingsOf(file).source ?? null), file.mapping);
    const guessed = layoutOf(source, known, null).layout;
    const layout = valueLayoutSchema.parse({ ...guessed, ...file.mapping.layout });
    refuseUnfit(layout, source.headers);
    const understood = await understandFigures(source, known, {
      layout,
      ...(file.onProgress ? { onProgress: file.onProgress } : {}),
    });
    const open = [...doubtsAsProblems(source, known, file.mapping), ...understood.problems];
    const report = {
      layout,
      rows: understood.tally.rows,
      values: understood.plan.values.length,
      unread: unreadOf(understood.tally, source),
      crosswalks: (await findCrosswalkTitles(tx, understood.crosswalkIds)).map(({ title, number }) => ({
        title,
        number,
      })),
      problems: open,
      problemCount: understood.problemCount + open.length - understood.problems.length,
    };
    if (!file.apply || open.length > 0) return { ...report, written: 0, same: 0, runId: null };
    const written = await write(tx, context, { file, place, known, understood, sha256 });
    return { ...report, ...written };
  });
}

async function write(
  tx: Transaction,
  context: Context,
  at: {
    readonly file: FiguresFile;
    readonly place: { readonly id: number; readonly country: string };
    readonly known: KnownHere;
    readonly understood: Understood;
    readonly sha256: string;
  },
) {
  const { written, same, runId } = await writeFigures(tx, context, {
    operation: 'importValues',
    plan: at.understood.plan,
    known: at.known,
    crosswalkIds: at.understood.crosswalkIds,
    place: { country: at.place.country, territoryId: at.place.id, organisationId: null },
    settings: settingsOf(at.file),
    fileName: at.file.fileName,
    sha256: at.sha256,
    report: { rows: at.understood.tally.rows, values: at.understood.plan.values.length },
  });
  return { written, same, runId };
}

/** What is said of a file; a source that nobody named is called as the file is. */
export function settingsOf(file: Pick<FiguresFile, 'fileName' | 'mapping'>): ImportSettings {
  const { source, ...rest } = importSettingsSchema.parse(file.mapping.settings ?? {});
  const name = file.fileName.replace(/(\.(csv|tsv|txt|xlsx|gz))+$/i, '');
  const id = `archivo.${
    fold(name)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '') || 'cifras'
  }`;
  return {
    ...rest,
    source: source ?? { id: id.slice(0, 80), title: name.padEnd(3, '.').slice(0, 300), publisher: null },
  };
}

// Places that a mapping settles are as good as what a person settled before.
function withPlaces(known: KnownHere, { places }: Mapping): KnownHere {
  if (!places) return known;
  const byCode = new Map(known.places.map(({ code, id }) => [code, id]));
  const settled = Object.entries(places).flatMap(([key, code]) => {
    const id = byCode.get(code ?? '');
    return id === undefined ? [] : ([[key, id]] as const);
  });
  return {
    ...known,
    remembered: new Map([...known.remembered, ...settled]),
    leftOut: new Set(Object.keys(places).filter((key) => places[key] === null)),
  };
}

// What the guess left open, and the mapping did not say either.
function doubtsAsProblems(
  source: Parameters<typeof layoutOf>[0],
  known: KnownHere,
  { layout }: Mapping,
): Problem[] {
  const { doubts } = layoutOf(source, known, null);
  const isSaid = (field: keyof ValueLayout) => layout?.[field] !== undefined;
  const fields = {
    'no-place': 'place',
    'no-period': 'period',
    'period-of-title': 'period',
    'no-indicator': 'indicator',
    'no-value': 'value',
    'day-order': 'dayOrder',
    decimals: 'decimals',
    category: 'dimensions',
    column: 'columns',
  } as const;
  return doubts
    .filter(({ code }) => !isSaid(fields[code]))
    .map(({ code, header, text }) => ({
      code: `values.doubt-${code}`,
      row: source.headerRow,
      ...(header === null ? {} : { field: header }),
      values: { text: text ?? '', header: header ?? '' },
    }));
}

function refuseUnfit(layout: ValueLayout, headers: readonly string[]): void {
  const missing = unfitHeaders(layout, headers);
  if (missing.length > 0) throw refuse('values.mapping-unfit', { values: { headers: missing.join(', ') } });
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
