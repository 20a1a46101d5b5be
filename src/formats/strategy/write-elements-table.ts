import { writeTargets } from '#domain/strategy/targets.ts';
import { writeTable, type TableRow } from '#formats/tables/index.ts';
import type { Language } from '#words/index.ts';
import {
  cellLists,
  elementColumns,
  elementSheetNames,
  elementWord,
  indicatorColumns,
  indicatorSheetNames,
  writtenColumns,
} from './element-columns.ts';
import type { WrittenElement } from './element-lines.ts';

/** A version as a workbook in the columns that are imported: elements in reading order, and their indicators. */
export async function writeElementsTable(
  elements: readonly WrittenElement[],
  language: Language,
): Promise<Uint8Array> {
  const at = language === 'es' ? 0 : 1;
  return writeTable(
    [
      {
        name: elementSheetNames[at] ?? '',
        columns: writtenColumns(elementColumns, language),
        rows: elements.map((element) => elementRow(element, language)),
      },
      {
        name: indicatorSheetNames[at] ?? '',
        columns: writtenColumns(indicatorColumns, language),
        rows: elements.flatMap((element, index) =>
          indicatorRows(element, nameOf(elements, element, index), language),
        ),
      },
    ],
    'xlsx',
  );
}

/** By what the indicators of an element name it: its code, or its title, or its row, whichever is its alone. */
function nameOf(elements: readonly WrittenElement[], { code, title }: WrittenElement, index: number): string {
  if (code !== null && elements.filter((one) => one.code === code).length === 1) return code;
  // The first line is the header: an element stands two lines below its number from nought.
  return elements.filter((one) => one.title === title).length === 1 ? title : `#${index + 2}`;
}

function elementRow(element: WrittenElement, language: Language): TableRow {
  const list = (name: keyof typeof cellLists, values: readonly string[]) =>
    values.map((value) => elementWord(cellLists[name].prefix, value, language)).join('; ');
  const { preventionLevel } = element;
  return {
    level: element.level,
    code: element.code,
    title: element.title,
    description: element.description,
    prevention_level: preventionLevel && elementWord('strategy.prevention-level', preventionLevel, language),
    prevention_types: list('prevention_types', element.preventionTypes),
    inspire: list('inspire', element.inspire),
    ecological_levels: list('ecological_levels', element.ecologicalLevels),
    lead: element.lead.join('; '),
    support: element.support.join('; '),
  };
}

function indicatorRows(element: WrittenElement, name: string, language: Language): TableRow[] {
  return element.indicators.map((indicator) => ({
    element: name,
    indicator: indicator.title,
    unit: indicator.unit,
    direction: elementWord('strategy.direction', indicator.direction, language),
    source: indicator.source,
    baseline_value: indicator.baselineValue,
    baseline_year: indicator.baselineYear,
    targets: writeTargets(indicator.targets),
  }));
}
