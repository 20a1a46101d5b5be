import { exchangeHeaders } from '#domain/values/import/exchange-layout.ts';
import type { RowProblem } from '#domain/values/import/read-row.ts';
import type { RowSource, SourceRow } from '../values/row-source.ts';
import { decodedPieces, encodingOf } from './decode-pieces.ts';
import { cellsOf, type ExchangedValue } from './exchanged-value.ts';
import { beginningOf, packingOf, unpackedBytes, type Packing } from '../values/open-bytes.ts';
import { readJsonValues, type JsonHead } from './read-json-values.ts';
import { readXmlValues, type XmlValue } from './read-xml-values.ts';
import { refuse } from './refusals.ts';

const openingBytes = 64 * 1024;
const sampleRows = 400;

/**
 * Opens a file of values exchanged between systems: DHIS2 in JSON or XML, or ADX, also packed. What it is, its content says.
 * @returns null for what is none of them
 * @throws {Refusal} of this folder's refusals where it is one and cannot be read
 */
export async function openValueSet(path: string, first: Uint8Array): Promise<RowSource | null> {
  const packing = packingOf(first);
  const opening = await beginningOf(unpackedBytes(path, packing), openingBytes);
  const sign = firstSign(opening);
  if (sign === '{') return jsonSource({ path, packing, encoding: encodingOf(opening) });
  return sign === '<' ? xmlSource(path, packing, opening) : null;
}

// What offices save as a page or a sheet in XML is told by the words for tables.
const pages = /^(html|head|body|table|meta|workbook|svg)$/i;

async function xmlSource(path: string, packing: Packing, opening: Buffer): Promise<RowSource | null> {
  const encoding = encodingOf(opening);
  const root = rootOf(new TextDecoder(encoding).decode(opening));
  if (pages.test(root)) return null;
  const where = { path, packing, encoding };
  return sourceOf(root === 'adx' ? 'adx' : 'dhis2-xml', () => annotated(readXmlValues(textOf(where))));
}

// «<d:adx …>» is adx; a page may begin with its document type.
function rootOf(text: string): string {
  const bare = text.replaceAll(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '');
  if (/^[\s\uFEFF]*<!doctype\s+html/i.test(bare)) return 'html';
  return /<(?:[\w.-]+:)?([\w.-]+)/.exec(bare)?.[1] ?? '';
}

// In ADX a zero with a text beside it is a remark on a zero, or that text.
async function* annotated(values: AsyncIterable<XmlValue>) {
  for await (const { annotation, ...value } of values)
    yield annotation !== '' && value.value === '0'
      ? { ...value, fault: { code: 'annotated-zero', header: 'value', text: annotation } as const }
      : value;
}

// The first sign that is not blank, past a byte order mark, whether letters are of one byte or of two.
function firstSign(opening: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(opening.subarray(0, 4096));
  return /[^\s\0\u00ef\u00bb\u00bf\u00fe\u00ff]/.exec(text)?.[0] ?? '';
}

type Where = { readonly path: string; readonly packing: Packing; readonly encoding: string };

const textOf = ({ path, packing, encoding }: Where) => decodedPieces(unpackedBytes(path, packing), encoding);

async function jsonSource(where: Where): Promise<RowSource> {
  const head: JsonHead = { fields: new Map(), lists: new Set() };
  const read = () => readJsonValues(textOf(where), head);
  const source = await sourceOf('dhis2-json', read);
  if (head.lists.has('dataValues')) return source;
  const named = [...head.lists, ...head.fields.keys()].slice(0, 8).join(', ');
  const isMetadata = ['dataElements', 'organisationUnits', 'categoryOptionCombos'].some((one) =>
    head.lists.has(one),
  );
  throw refuse(isMetadata ? 'dhis2.metadata-alone' : 'dhis2.not-values', { values: { found: named } });
}

/** The values of a file as rows, numbered as they come; the whole file is gone through once, so that what is broken is known at once. */
export async function sourceOf(
  format: RowSource['format'],
  read: () => AsyncIterable<ExchangedValue & { readonly fault?: RowProblem }>,
): Promise<RowSource> {
  const left = { deleted: 0, followedUp: 0, comments: 0 };
  const sample: SourceRow[] = [];
  for await (const value of read()) {
    if (value.isDeleted) left.deleted += 1;
    if (value.isFollowedUp) left.followedUp += 1;
    if (value.comment !== '') left.comments += 1;
    if (!value.isDeleted && sample.length < sampleRows) sample.push({ row: 0, cells: cellsOf(value) });
  }
  return {
    format,
    encoding: null,
    delimiter: null,
    sheet: null,
    sheets: [],
    headerRow: 1,
    headers: [...exchangeHeaders],
    sample,
    left,
    async *rows() {
      let row = 0;
      for await (const value of read()) {
        row += 1;
        if (value.isDeleted) continue;
        yield { row, cells: cellsOf(value), ...(value.fault ? { fault: value.fault } : {}) };
      }
    },
  };
}
