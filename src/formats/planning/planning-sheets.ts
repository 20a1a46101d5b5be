import type { TableColumn } from '#formats/tables/index.ts';
import { sentences, type Language } from '#words/index.ts';

const wordOf = (language: Language, key: string): string => sentences[language][key] ?? key;

const columns =
  (prefix: string, kinds: Readonly<Record<string, TableColumn['kind']>>) =>
  (language: Language): TableColumn[] =>
    Object.entries(kinds).map(([key, kind]) => ({
      key,
      header: wordOf(language, `${prefix}.${key.replaceAll('_', '-')}`),
      ...(kind && { kind }),
    }));

/** The columns of the sheet of municipalities and the session each has reached. */
export const progressColumns = columns('planning.sheet', {
  above: 'text',
  territory: 'code',
  municipality: 'text',
  step: 'text',
  since: 'day',
  days: 'integer',
  obstacle: 'text',
  obstacle_since: 'day',
  help: 'text',
  help_since: 'day',
  example: 'text',
});

type Standing = { readonly step: number | null; readonly isFinished: boolean };

/** The session that was reached in words, or another word of the sheet. */
export function progressWord(of: Standing | 'sheet' | 'example', language: Language): string {
  if (of === 'sheet') return wordOf(language, 'planning.sheet-name');
  if (of === 'example') return wordOf(language, 'planning.example');
  if (of.isFinished) return wordOf(language, 'planning.group.finished');
  if (of.step === null) return wordOf(language, 'planning.group.none');
  return `${of.step}. ${wordOf(language, `planning.session.${of.step}.title`)}`;
}

/** The columns of the inventory as it is taken away. */
export const inventoryColumns = columns('inventory.sheet', {
  id: 'code',
  territory: 'code',
  place: 'text',
  organisation: 'text',
  title: 'text',
  kind: 'text',
  code: 'code',
  description: 'text',
  reference: 'text',
  from: 'day',
  to: 'day',
  amount: 'number',
  currency: 'code',
  amount_year: 'integer',
  link: 'text',
  criterion: 'text',
  decided_by: 'text',
  decided_on: 'day',
  origin: 'text',
  standing: 'text',
  example: 'text',
});

/** A value of one of the inventory's lists in words. */
export function inventoryWord(
  list: 'kind' | 'link' | 'origin' | 'standing',
  value: string,
  language: Language,
): string {
  return wordOf(language, `inventory.${list}.${value}`);
}

/** What the sheet of the inventory is called. */
export function inventorySheetName(language: Language): string {
  return wordOf(language, 'inventory.title');
}
