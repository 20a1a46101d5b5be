export { tableLimits } from './limits.ts';
export {
  type ColumnSpec,
  type PlacedCell,
  type RecordsReading,
  type TableRecord,
  tableRecords,
} from './table-records.ts';
export { readTable, type ReadOptions } from './read-table.ts';
export { columnLetters } from './reading.ts';
export type { Cell, CellType, Row, SheetReading, TableFormat, TableReading } from './reading.ts';
export { tableRefusals } from './refusals.ts';
export { streamTable, writeTable } from './write-table.ts';
export { type Fillable, type FillableBook, type FillableRow, writeFillable } from './write-fillable.ts';
export {
  type TableColumn,
  tableMediaTypes,
  type TableRow,
  type TableSheet,
  type TableValue,
} from './writing.ts';
