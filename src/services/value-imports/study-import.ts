import { createHash } from 'node:crypto';
import { findValueLayout, listFormLayouts, type ImportRow } from '#database/value-imports/import-store.ts';
import { fold } from '#domain/shared/fold.ts';
import { emptyDictionary, type Dictionary } from '#domain/values/import/dictionary.ts';
import { exchangeHeaders } from '#domain/values/import/exchange-layout.ts';
import type { ValueLayout } from '#domain/values/import/layout.ts';
import { valueLayoutSchema } from '#domain/values/import/layout-schema.ts';
import { formOf } from '#domain/values/import/same-form.ts';
import { importSettingsSchema } from '#domain/values/import/mapping-schema.ts';
import type { z } from 'zod';
import { readMetadata } from '#formats/dhis2/read-metadata.ts';
import { isExchange, openRows, type RowSource } from '#formats/values/row-source.ts';
import { keptPath } from '../files/keep-file.ts';
import type { Context, Transaction } from '../context.ts';
import { knownHere, type KnownHere } from './known-here.ts';
import { unfitHeaders } from './unfit-headers.ts';
import { layoutOf, understandFigures, type Understood } from './understand-figures.ts';

export type GivenSettings = z.output<typeof importSettingsSchema>;

/** A file as it was studied: what it holds, how it is read, and by which layout. */
export type Studied = {
  readonly source: RowSource;
  readonly known: KnownHere;
  readonly understood: Understood;
  readonly settings: GivenSettings;
  readonly layoutOrigin: 'guessed' | 'remembered' | 'given';
  readonly doubts: Understood['doubts'];
  readonly signature: string;
  /** Of a file of another system, what it tells of. */
  readonly elements: readonly string[];
};

/**
 * Reads a kept file whole, by the layout somebody gave it, or one remembered of the same headers, or a guess. Writes nothing.
 * @throws {Refusal} of the tables' refusals where it is no table
 */
export async function studyImport(
  tx: Transaction,
  context: Context,
  row: ImportRow,
  onProgress?: (rows: number) => void | Promise<void>,
): Promise<Studied> {
  // What was guessed or remembered is guessed or remembered again, with what is asked about it.
  const given = row.layout_origin === 'given' ? valueLayoutSchema.parse(row.layout) : null;
  const source = await openRows(keptPath(context.installation, row.sha256), {
    fileName: row.file_name,
    sheet: given?.sheet ?? null,
    headerRow: given?.headerRow ?? null,
  });
  const leftOut = new Set(leftOutOf(row).map(({ key }) => key));
  const here = await knownHere(tx, row.country, await dictionaryOf(context, row));
  // In whatever format systems exchange values, they are read alike.
  const elements = elementsOf(source);
  const signature = signatureOf(isExchange(source) ? [...exchangeHeaders, ...elements] : source.headers);
  const first = layoutOf(source, here, null).layout;
  const chosen = await chooseLayout(tx, row, { given, source, signature, elements, guess: first });
  const settings = importSettingsSchema.parse(chosen.settings);
  // Whose file it is says how its names are read.
  const known = { ...here.ofSource(settings.source ?? null), leftOut };
  const guess = layoutOf(source, known, null);
  const understood = await understandFigures(source, known, {
    layout: chosen.layout ?? guess.layout,
    ...(onProgress ? { onProgress } : {}),
  });
  return {
    source,
    known,
    understood,
    settings,
    layoutOrigin: chosen.origin,
    doubts: chosen.layout === null ? guess.doubts : chosen.asksPeriod ? guess.doubts.filter(isOfPeriod) : [],
    signature,
    elements,
  };
}

// All files of other systems have the same headers; their form is known by what they tell.
function elementsOf(source: RowSource): string[] {
  if (!isExchange(source)) return [];
  const at = source.headers.indexOf('dataElement');
  return [...new Set(source.sample.map(({ cells }) => cells[at] ?? ''))].filter(Boolean).toSorted();
}

/** A place of a file whose rows are left out of it. */
export type LeftOut = { readonly key: string; readonly text: string; readonly rows: number };

/** The places of a file whose rows a person left out. */
export function leftOutOf({ left_out: places }: Pick<ImportRow, 'left_out'>): readonly LeftOut[] {
  return places as unknown as readonly LeftOut[];
}

/** What the file given beside says, if there is one. */
export async function dictionaryOf(
  { installation }: Pick<Context, 'installation'>,
  row: Pick<ImportRow, 'metadata_sha256'>,
): Promise<Dictionary> {
  return row.metadata_sha256 === null
    ? emptyDictionary
    : readMetadata(keptPath(installation, row.metadata_sha256));
}

type Chosen = {
  readonly layout: ValueLayout | null;
  readonly settings: unknown;
  readonly origin: Studied['layoutOrigin'];
  /** Whether the period of the whole file is to be said anew. */
  readonly asksPeriod: boolean;
};

const isOfPeriod = ({ code }: Understood['doubts'][number]) =>
  code === 'no-period' || code === 'period-of-title';

async function chooseLayout(
  tx: Transaction,
  row: ImportRow,
  at: {
    readonly given: ValueLayout | null;
    readonly source: RowSource;
    readonly signature: string;
    readonly elements: readonly string[];
    readonly guess: ValueLayout;
  },
): Promise<Chosen> {
  if (at.given) return { layout: at.given, settings: row.settings, origin: 'given', asksPeriod: false };
  const wanted = { country: row.country, signature: at.signature, territoryId: row.territory_id };
  const remembered =
    (await findValueLayout(tx, wanted)) ??
    formOf(await listFormLayouts(tx, { ...wanted, elements: at.elements }), at.elements);
  const layout = remembered ? valueLayoutSchema.safeParse(remembered.layout) : null;
  if (!remembered || !layout?.success || unfitHeaders(layout.data, at.source.headers).length > 0)
    return { layout: null, settings: row.settings, origin: 'guessed', asksPeriod: false };
  const { headerRow, sheet } = at.source;
  // The same columns come again next year: what was said over the whole of last year's file is not said of this one.
  const asksPeriod = layout.data.period.kind === 'fixed';
  const period = asksPeriod ? periodAnew(at.guess) : layout.data.period;
  return {
    layout: { ...layout.data, sheet, headerRow, period },
    // Up to which day the last file went says nothing of this one.
    settings: { ...(remembered.settings as object), cutoffOn: null },
    origin: 'remembered',
    asksPeriod,
  };
}

function periodAnew({ period }: ValueLayout): ValueLayout['period'] {
  return period.kind === 'fixed' ? period : { kind: 'fixed', period: '' };
}

/** A mark of the headers of a table, whatever their case, order kept. */
export function signatureOf(headers: readonly string[]): string {
  return createHash('sha256').update(headers.map(fold).join('\n')).digest('hex');
}
