import { strFromU8, strToU8, unzipSync, zipSync, type UnzipFileInfo } from 'fflate';
import { tableLimits } from './limits.ts';
import { recogniseArchive } from './recognise-content.ts';
import { refuse } from './refusals.ts';
import { tooManyCells } from './too-many-cells.ts';

// Pictures, charts, macros, comments: nothing of a table is in them, and what is not unpacked can do no harm.
const deadWeight =
  /(^|\/)(media|drawings|charts|embeddings|externalLinks|pivotTables|pivotCache|customXml|threadedComments|persons|slicers|slicerCaches|theme|printerSettings|ctrlProps|activeX|docProps|queryTables|tables)\/|worksheets\/_rels\/|comments\d*\.xml$/i;

/**
 * A workbook with only the parts that a table is made of, safely unpacked and packed again without compression.
 * Cells that hold nothing but a style are left out, and of styles only those that change what a number means:
 * a million formatted blank rows cost nothing.
 * @throws {Refusal} table.unpacks-too-large, table.too-many-cells, table.unreadable or what else the archive is
 */
export function unpackWorkbook(bytes: Uint8Array): Uint8Array {
  const parts = listParts(bytes);
  const kind = recogniseArchive(parts.map((part) => part.name));
  if (kind !== 'workbook') throw refuse(kind);
  refuseBomb(bytes.length, parts);
  const unpacked = unzip(bytes, isWanted);
  const styles = Object.keys(unpacked).find((name) => /(^|\/)styles\.xml$/i.test(name));
  const telling =
    styles === undefined
      ? new Set<number>()
      : findTellingStyles(strFromU8(unpacked[styles] ?? new Uint8Array()));
  let cells = 0;
  for (const [name, part] of Object.entries(unpacked)) {
    if (!/(^|\/)worksheets\/[^/]+\.xml$/i.test(name)) continue;
    const slim = slimWorksheet(strFromU8(part), telling);
    cells += countCells(slim);
    if (cells > tableLimits.maximumCells) throw tooManyCells();
    unpacked[name] = strToU8(slim);
  }
  return zipSync(unpacked, { level: 0 });
}

function isWanted(part: UnzipFileInfo): boolean {
  return /\.(xml|rels)$/i.test(part.name) && !deadWeight.test(part.name);
}

/** What a workbook's parts declare to take together, unpacked. */
export function unpackedSize(bytes: Uint8Array): number {
  return listParts(bytes).reduce((sum, part) => sum + part.originalSize, 0);
}

function listParts(bytes: Uint8Array): UnzipFileInfo[] {
  const parts: UnzipFileInfo[] = [];
  unzip(bytes, (part) => {
    parts.push(part);
    return false;
  });
  return parts;
}

// Sizes are those the archive declares; what unpacks to more than it declared is cut off there by the unpacker.
function refuseBomb(packed: number, parts: readonly UnzipFileInfo[]): void {
  const total = parts.reduce((sum, part) => sum + part.originalSize, 0);
  const isDense = total > tableLimits.ratioCountsFromBytes && total / packed > tableLimits.maximumRatio;
  if (total > tableLimits.maximumUnpackedBytes || isDense) {
    throw refuse('table.unpacks-too-large', { values: { megabytes: Math.round(total / 1_048_576) } });
  }
}

function unzip(bytes: Uint8Array, filter: (part: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch {
    throw refuse('table.unreadable');
  }
}

// Dates, percentages and zero-padded codes: there the style says what the number is.
function findTellingStyles(xml: string): Set<number> {
  const codes = new Map<number, string>();
  for (const [tag] of xml.matchAll(/<(?:\w{1,20}:)?numFmt\s[^>]{0,500}>/g)) {
    codes.set(Number(/numFmtId="(\d+)"/.exec(tag)?.[1]), /formatCode="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  const begins = xml.indexOf('cellXfs');
  const block = begins < 0 ? '' : xml.slice(begins, xml.indexOf('cellXfs>', begins + 8));
  const telling = new Set<number>();
  let index = 0;
  for (const [tag] of block.matchAll(/<(?:\w{1,20}:)?xf\s[^>]{0,500}>/g)) {
    const id = Number(/numFmtId="(\d+)"/.exec(tag)?.[1] ?? 0);
    const isBuiltIn =
      id === 9 ||
      id === 10 ||
      (id >= 14 && id <= 22) ||
      (id >= 27 && id <= 58 && id !== 37 && id !== 38 && id !== 39 && id !== 40 && id !== 48 && id !== 49);
    if (isBuiltIn || /[%dmyhs]|^0+$/i.test(codes.get(id) ?? '')) telling.add(index);
    index += 1;
  }
  return telling;
}

// Attributes are given a length, so that no text a stranger writes makes the search long.
function slimWorksheet(xml: string, telling: ReadonlySet<number>): string {
  return xml
    .replaceAll(/<(?:\w{1,20}:)?c\s[^>]{0,200}\br="[^">]{0,20}"[^>]{0,200}\/>/g, '')
    .replaceAll(/<((?:\w{1,20}:)?c)\s[^>]{0,200}\br="[^">]{0,20}"[^>]{0,200}><\/\1>/g, '')
    .replaceAll(/(<(?:\w{1,20}:)?c\s[^>]{0,200}?)\ss="(\d{1,9})"/g, (whole, head: string, style: string) =>
      telling.has(Number(style)) ? whole : head,
    );
}

function countCells(xml: string): number {
  let count = 0;
  for (let at = xml.indexOf('c '); at >= 0; at = xml.indexOf('c ', at + 2)) {
    const before = xml[at - 1];
    if (before === '<' || before === ':') count += 1;
  }
  return count;
}
