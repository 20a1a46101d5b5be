import type { CrosswalkLine } from '#domain/values/crosswalk.ts';
import { tableMediaTypes, writeTable, type TableColumn } from '#formats/tables/index.ts';
import { sentences, type Language } from '#words/index.ts';

type Titled = { readonly code: string; readonly title: string | null; readonly titleEn: string | null };

/** A version of a list of names, with the titles of what its lines stand for. */
export type WrittenCrosswalk = {
  readonly title: string;
  readonly source: { readonly id: string; readonly title: string } | null;
  readonly number: number;
  readonly since: string;
  readonly reason: string | null;
  readonly lines: readonly (Pick<CrosswalkLine, 'national' | 'weight' | 'note'> & {
    readonly indicator: Titled | null;
    readonly iccs: Titled | null;
  })[];
};

const kinds = {
  national: 'code',
  indicator: 'code',
  indicator_title: 'text',
  iccs: 'code',
  iccs_title: 'text',
  weight: 'number',
  note: 'text',
  version: 'integer',
  since: 'code',
  source: 'text',
} as const;

/** A version of a list of names as a sheet, or in the form of a country pack's `crosswalk.json`. */
export async function writeCrosswalkFile(
  given: WrittenCrosswalk,
  format: 'csv' | 'xlsx' | 'json',
  language: Language,
) {
  const fileName = `${nameOf(given.title)}-v${given.number}.${format}`;
  if (format === 'json') {
    const { title, number, reason, lines, source } = given;
    const entries = lines.map(({ national, indicator, iccs, weight, note }) => ({
      national,
      indicator: indicator?.code ?? null,
      iccs: iccs?.code ?? null,
      ...(weight === 1 ? {} : { weight }),
      ...(note === null ? {} : { note }),
    }));
    const text = JSON.stringify(
      { crosswalks: [{ title, ...(source && { source: source.id }), number, reason, entries }] },
      null,
      2,
    );
    return { fileName, mediaType: 'application/json', bytes: new TextEncoder().encode(`${text}\n`) };
  }
  const columns: TableColumn[] = Object.entries(kinds).map(([key, kind]) => ({
    key,
    kind,
    header: sentences[language][`crosswalks.column.${key}`] ?? key,
  }));
  const titleOf = (one: Titled | null) =>
    (language === 'en' ? (one?.titleEn ?? one?.title) : one?.title) ?? '';
  const rows = given.lines.map(({ national, indicator, iccs, weight, note }) => ({
    national,
    indicator: indicator?.code ?? '',
    indicator_title: titleOf(indicator),
    iccs: iccs?.code ?? '',
    iccs_title: titleOf(iccs),
    weight,
    note,
    version: given.number,
    since: given.since,
    source: given.source?.title ?? '',
  }));
  const bytes = await writeTable([{ name: given.title.slice(0, 31), columns, rows }], format, {
    excel: true,
  });
  return { fileName, mediaType: tableMediaTypes[format], bytes };
}

function nameOf(title: string): string {
  return title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
}
