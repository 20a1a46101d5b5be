import { clauseTypes, type AgreementTemplate, type ClauseType } from './template-schema.ts';

/** How an instrument treats a type of clause. Words: `documents.need.<use>`. */
export type ClauseUse = 'required' | 'recommended' | 'optional' | 'unused';

const strongest = ['required', 'recommended', 'optional'] as const;

/** The use that an instrument makes of a type of clause: the strongest of its clauses of that type. */
export function useOf(template: Pick<AgreementTemplate, 'clauses'>, type: ClauseType): ClauseUse {
  const needs = template.clauses.filter((clause) => clause.type === type).map((clause) => clause.need);
  return strongest.find((need) => needs.includes(need)) ?? 'unused';
}

/** Two instruments, type of clause by type of clause; what neither uses is left out. */
export function compareClauses(
  one: Pick<AgreementTemplate, 'clauses'>,
  other: Pick<AgreementTemplate, 'clauses'>,
): { type: ClauseType; a: ClauseUse; b: ClauseUse }[] {
  return clauseTypes
    .map((type) => ({ type, a: useOf(one, type), b: useOf(other, type) }))
    .filter(({ a, b }) => a !== 'unused' || b !== 'unused');
}
