import type { AgreementTemplate, ClauseType } from './template-schema.ts';

/** A clause as an instrument brings it, in one language. */
export type DraftClause = {
  readonly key: string;
  readonly type: ClauseType;
  readonly title: string;
  readonly body: string;
};

/** The clauses with which a draft begins: what the instrument requires or recommends. The optional ones are added by whoever wants them. */
export function draftFrom(template: AgreementTemplate, language: 'es' | 'en'): DraftClause[] {
  return template.clauses
    .filter(({ need }) => need !== 'optional')
    .map(({ key, type, title, body }) => ({ key, type, title: title[language], body: body[language] }));
}
