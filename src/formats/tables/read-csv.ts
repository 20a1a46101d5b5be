import { CsvError, parse } from 'csv-parse/sync';
import type { Problem } from '#domain/shared/refusal.ts';
import { decodeText } from './decode-text.ts';
import { findDelimiter } from './find-delimiter.ts';
import { findHeaderRow } from './find-header-row.ts';
import { tableLimits } from './limits.ts';
import { type Cell, emptyCell, type Row, type TableReading } from './reading.ts';
import { shareCells } from './share-cells.ts';
import { tooManyCells } from './too-many-cells.ts';

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** Reads delimited text: encoding and delimiter are found out, every cell stays text. */
export function readCsv(bytes: Uint8Array, name: string): TableReading {
  const { text, encoding } = decodeText(bytes);
  const { delimiter, declared } = findDelimiter(text);
  const body = withoutBlankEnd(declared ? text.slice(text.indexOf('\n') + 1 || text.length) : text);
  const { parsed, problems } = parseRecords(body, delimiter);
  const skipped = declared ? 1 : 0;
  const rows = makeRows(parsed, skipped);
  const headerRow = findHeaderRow(rows);
  const notices: Problem[] = [];
  if (encoding !== 'utf-8') notices.push({ code: 'table.encoding', values: { encoding } });
  if (delimiter !== ',')
    notices.push({ code: 'table.delimiter', values: { delimiter: delimiterName(delimiter) } });
  const width = rows.find((row) => row.number === headerRow);
  const uneven = width ? findUneven(rows, width) : { problems: [], notices: [] };
  return {
    format: 'csv',
    encoding,
    delimiter,
    sheets: [{ name, hidden: false, rows, headerRow }],
    problems: [...problems, ...uneven.problems],
    notices: [...notices, ...uneven.notices],
  };
}

// Spreadsheets save rows that were once touched: a million lines of nothing but delimiters after the last one.
function withoutBlankEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\r\n,;|'.includes(text.charAt(end - 1))) end -= 1;
  const lineEnd = text.slice(end).search(/[\r\n]/);
  return lineEnd < 0 ? text : text.slice(0, end + lineEnd);
}

function parseRecords(text: string, delimiter: string): { parsed: Parsed[]; problems: Problem[] } {
  try {
    const parsed = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
      info: true,
    }) as unknown as Parsed[];
    return { parsed, problems: [] };
  } catch (problem) {
    if (!(problem instanceof CsvError)) throw problem;
    const opened = /at line (\d+)/.exec(problem.message)?.[1];
    const line = Number(opened ?? problem['lines'] ?? 1);
    const code = problem.code === 'CSV_QUOTE_NOT_CLOSED' ? 'table.open-quote' : 'table.broken-line';
    return { parsed: [], problems: [{ code, line }] };
  }
}

function makeRows(parsed: readonly Parsed[], skippedLines: number): Row[] {
  const share = shareCells();
  const rows: Row[] = [];
  let cells = 0;
  let line = 1 + skippedLines;
  for (const [index, { record, info }] of parsed.entries()) {
    const begins = line;
    line = info.lines + 1 + skippedLines;
    if (record.every((text) => text.trim() === '')) continue;
    cells += record.length;
    rows.push({
      number: index + 1 + skippedLines,
      line: begins,
      cells: record.map((text) => share(makeCell(text))),
    });
    if (
      rows.length > tableLimits.maximumRows ||
      cells > tableLimits.maximumCells ||
      record.length > tableLimits.maximumColumns
    ) {
      throw tooManyCells();
    }
  }
  return rows;
}

// What was written with an apostrophe so that a spreadsheet would not run it is read without.
function makeCell(text: string): Cell {
  if (text === '') return emptyCell;
  return { text: /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text, type: 'text' };
}

function findUneven(rows: readonly Row[], header: Row): { problems: Problem[]; notices: Problem[] } {
  const expected = header.cells.length;
  const below = rows.filter((row) => row.number > header.number);
  const problems = below
    .filter((row) => row.cells.slice(expected).some((cell) => cell.text.trim() !== ''))
    .map((row) => ({
      code: 'table.row-too-long',
      row: row.number,
      ...(row.line === undefined ? {} : { line: row.line }),
      values: { expected, found: row.cells.length },
    }));
  const short = below.filter((row) => row.cells.length < expected);
  const [first] = short;
  if (!first) return { problems, notices: [] };
  return {
    problems,
    notices: [{ code: 'table.rows-too-short', row: first.number, values: { rows: short.length, expected } }],
  };
}

function delimiterName(delimiter: string): string {
  return delimiter === '\t' ? 'tab' : delimiter;
}
