import { likenessKey } from '#domain/actors/duplicates.ts';
import { fold } from '#domain/shared/fold.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import type { Indicator } from '#domain/strategy/element.ts';
import { parseTargets } from '#domain/strategy/targets.ts';
import { readTable, tableRecords, type SheetReading } from '#formats/tables/index.ts';
import { sentences } from '#words/index.ts';
import {
  cellLists,
  elementColumns,
  elementSheetNames,
  indicatorColumns,
  indicatorSheetNames,
  partsOf,
  readList,
} from './element-columns.ts';
import type { ElementLine, ReadElements } from './element-lines.ts';

type File = { readonly bytes: Uint8Array; readonly fileName: string; readonly mediaType: string };

/** The elements of a workbook, with the indicators of its second sheet. */
export async function readElementsTable(file: File): Promise<ReadElements> {
  const reading = await readTable(file.bytes, { fileName: file.fileName, mediaType: file.mediaType });
  const shown = reading.sheets.filter((one) => !one.hidden && one.rows.length > 0);
  const sheetOf = (names: readonly string[]) => shown.find((one) => names.map(fold).includes(fold(one.name)));
  const ofIndicators = sheetOf(indicatorSheetNames);
  const empty: SheetReading = { name: file.fileName, hidden: false, rows: [], headerRow: null };
  const sheet = sheetOf(elementSheetNames) ?? shown.find((one) => one !== ofIndicators) ?? empty;
  const table = tableRecords(sheet, elementColumns);
  const problems: Problem[] = [...table.problems];
  const named = table.records.map(({ row, values }) => ({ row, code: values.code, title: values.title }));
  const indicators = ofIndicators ? readIndicators(ofIndicators, named, problems) : null;
  const lines = table.records.map(({ row, values }): ElementLine => {
    const listOf = <Name extends keyof typeof cellLists>(name: Name) =>
      readCell(name, values[name], { row, sheet: sheet.name, problems });
    return {
      row,
      level: values.level ?? 0,
      said: {
        code: values.code,
        title: values.title,
        description: values.description,
        preventionLevel: values.prevention_level,
        preventionTypes: listOf('prevention_types'),
        inspire: listOf('inspire'),
        ecologicalLevels: listOf('ecological_levels'),
      },
      lead: values.lead === null ? null : partsOf(values.lead),
      support: values.support === null ? null : partsOf(values.support),
      indicators: indicators?.get(row) ?? null,
    };
  });
  return { lines, problems, notes: table.notices };
}

type Where = { readonly row: number; readonly sheet: string; readonly problems: Problem[] };
type Values<Name extends keyof typeof cellLists> = readonly (typeof cellLists)[Name]['values'][number][];

function readCell<Name extends keyof typeof cellLists>(
  name: Name,
  cell: string | null,
  { row, sheet, problems }: Where,
): Values<Name> | null {
  if (cell === null) return null;
  const { prefix, values } = cellLists[name];
  const read = readList<string>(cell, { prefix, values });
  if ('values' in read) return read.values as Values<Name>;
  const choices = values.map((value) => sentences.es[`${prefix}.${value}`] ?? value).join('; ');
  problems.push({
    code: 'strategy.not-in-list',
    row,
    sheet,
    field: name,
    values: { text: read.unknown, choices },
  });
  return null;
}

type Named = { readonly row: number; readonly code: string | null; readonly title: string | null };

/** The one row that a text names: by its code, its title, or its number. */
function rowNamed(text: string, rows: readonly Named[]): number | undefined {
  const byCode = rows.filter(({ code }) => code !== null && fold(code) === fold(text));
  const byTitle = rows.filter(({ title }) => title !== null && likenessKey(title) === likenessKey(text));
  const byNumber = rows.filter(({ row }) => text === `#${row}`);
  const found = [byNumber, byCode, byTitle].find((some) => some.length > 0) ?? [];
  return found.length === 1 ? found[0]?.row : undefined;
}

/** The indicators of each row of elements. */
function readIndicators(sheet: SheetReading, rows: readonly Named[], problems: Problem[]) {
  const table = tableRecords(sheet, indicatorColumns);
  problems.push(...table.problems);
  const found = new Map<number, Indicator[]>();
  for (const { row, values } of table.records) {
    const at = { row, sheet: sheet.name };
    const { element, indicator: title, unit } = values;
    const read = parseTargets(values.targets ?? '');
    if ('unknown' in read)
      problems.push({
        code: 'strategy.not-a-target',
        ...at,
        field: 'targets',
        values: { text: read.unknown },
      });
    const of = element === null ? undefined : rowNamed(element, rows);
    if (element !== null && of === undefined)
      problems.push({ code: 'strategy.no-such-row', ...at, field: 'element', values: { text: element } });
    if (of === undefined || title === null || unit === null || 'unknown' in read) continue;
    const indicator: Indicator = {
      title,
      unit,
      direction: values.direction ?? 'up',
      source: values.source,
      baselineValue: values.baseline_value,
      baselineYear: values.baseline_year,
      targets: read.targets,
    };
    found.set(of, [...(found.get(of) ?? []), indicator]);
  }
  return found;
}
