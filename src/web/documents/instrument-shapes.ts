import type { Answer } from '../api.ts';
import type { Say } from '#words/say.ts';

export type Template = Answer<'getTemplate'>;
export type TemplateLine = Answer<'listTemplates'>['items'][number];
export type TemplateClause = Template['clauses'][number];
export type Basis = NonNullable<TemplateClause['basis']>;
export type Both = { readonly es: string; readonly en: string };

/** A text of an instrument in the reader's language. */
export function inLanguage(say: Say, text: Both): string {
  return text[say.language];
}

export const instrumentsAddress = '/convenios/instrumentos';

export function addressOfTemplate(id: string): string {
  return `${instrumentsAddress}/${id}`;
}
