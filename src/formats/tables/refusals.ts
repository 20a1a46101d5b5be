import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Files that are not read as a table, each with its own word. */
export const tableRefusals = {
  'table.empty': 'invalid',
  'table.unreadable': 'invalid',
  'table.too-large': 'too-large',
  'table.unpacks-too-large': 'too-large',
  'table.too-many-cells': 'too-large',
  'table.no-such-sheet': 'invalid',
  'table.password-protected': 'unsupported',
  'table.old-excel': 'unsupported',
  'table.binary-excel': 'unsupported',
  'table.opendocument': 'unsupported',
  'table.office-document': 'unsupported',
  'table.archive': 'unsupported',
  'table.pdf': 'unsupported',
  'table.picture': 'unsupported',
  'table.web-page': 'unsupported',
  'table.not-text': 'unsupported',
} as const satisfies RefusalTable;

export type TableRefusal = keyof typeof tableRefusals;

export const refuse = refusalsOf(tableRefusals);
