import type { es } from './es.ts';

export const en = {
  'refusal.table.empty': 'The file is empty.',
  'refusal.table.unreadable':
    'The file is damaged and cannot be opened. Open it in your spreadsheet program and save it again as .xlsx.',
  'refusal.table.too-large': 'The file is too large: up to {megabytes} MB are accepted.',
  'refusal.table.unpacks-too-large':
    'Unpacked, the file would take {megabytes} MB. Save only the rows that are needed in a new file.',
  'refusal.table.too-many-cells':
    'The file holds too much: up to {rows, number} rows, {columns, number} columns and {cells, number} cells are accepted.',
  'refusal.table.no-such-sheet': 'The file has no sheet called “{sheet}”. It has: {sheets}.',
  'refusal.table.password-protected':
    'The file is protected by a password. Save it without one and send it again.',
  'refusal.table.old-excel': 'This is an old Excel file (.xls). Open it and save it as .xlsx or CSV.',
  'refusal.table.binary-excel': 'This is a binary Excel file (.xlsb). Open it and save it as .xlsx or CSV.',
  'refusal.table.opendocument': 'This is an OpenDocument file. Open it and save it as .xlsx or CSV.',
  'refusal.table.office-document': 'This is a document or a presentation, not a spreadsheet.',
  'refusal.table.archive': 'This is a compressed archive, not a spreadsheet. Unpack it and send the sheet.',
  'refusal.table.pdf': 'This is a PDF, not a spreadsheet. Send the sheet it was made from.',
  'refusal.table.picture': 'This is a picture, not a spreadsheet.',
  'refusal.table.web-page':
    'This is a web page, whatever its name says. Open it in your spreadsheet program and save it as .xlsx.',
  'refusal.table.not-text': 'The file is neither a spreadsheet nor text with columns.',

  'problem.table.open-quote': 'A quotation mark opens in line {line} and never closes.',
  'problem.table.broken-line': 'Line {line} cannot be read.',
  'problem.table.row-too-long':
    'The row has {found} cells and there are {expected} headers: is a text not in quotes?',
  'problem.table.formula-error': 'The formula gives the error {error}.',
  'problem.table.formula-without-value':
    'The formula comes without its result. Open the file in your spreadsheet program and save it.',
  'problem.table.no-headers': 'The sheet has no headers.',
  'problem.table.missing-column': 'The column “{header}” is missing. Found: {found}.',
  'problem.table.column-twice': 'The column “{header}” is there twice.',
  'problem.table.required': '“{header}” is empty and is needed.',
  'problem.table.too-long': '“{header}” is too long: up to {maximum, number} letters are accepted.',
  'problem.table.not-a-number': '“{text}” is not a number ({header}).',
  'problem.table.ambiguous-number':
    '“{text}” can be read in two ways ({header}): thousands or decimals? Write it without a thousands separator.',
  'problem.table.not-whole': '“{text}” is not a whole number ({header}).',
  'problem.table.not-a-day': '“{text}” is not a date ({header}). Write it as 2026-01-31 or 31/01/2026.',
  'problem.table.not-yes-or-no': '“{text}” is neither yes nor no ({header}).',
  'problem.table.not-a-choice': '“{text}” is not one of the choices of “{header}”: {choices}.',

  'problem.table.encoding': 'The file is encoded in {encoding} and was read so.',
  'problem.table.delimiter':
    'Columns are separated by {delimiter, select, tab {tabs} other {“{delimiter}”}} and were read so.',
  'problem.table.rows-too-short':
    '{rows, plural, one {# row has} other {# rows have}} fewer cells than there are headers ({expected}); what is missing was taken as empty.',
  'problem.table.hidden-sheet': 'The sheet is hidden.',
  'problem.table.hidden-rows': '{rows, plural, one {# hidden row was} other {# hidden rows were}} not read.',
  'problem.table.hidden-columns': 'There are hidden columns, which were read too: {columns}.',
  'problem.table.merged-cells':
    'There {ranges, plural, one {is # group} other {are # groups}} of merged cells; their text was taken for each of their rows.',
  'problem.table.formulas':
    'There {cells, plural, one {is # formula} other {are # formulas}}; the result saved in the file was taken.',
  'problem.table.sheet-without-cells': 'The sheet has no cells.',
  'problem.table.unknown-column': 'The column “{header}” is not known and was not read.',
} as const satisfies Record<keyof typeof es, string>;
