import { refuse } from './life-refusals.ts';
import type { AgreementContent } from './text-content.ts';

/** What stands where something was struck out. */
export const struckOut = '█████';

/** Words to strike out of a text, wherever they stand. */
export type Passage = { readonly text: string };

/**
 * The texts of one agreement with passages struck out, wherever they stand in what was written freely. Keys, dates and money stay.
 * What was put to signature more than once holds the same words more than once.
 * @returns those that hold any of the passages, as they are after it
 * @throws Refusal `agreement-life.passage-not-found`
 */
export function strikeOutOf<Text extends { readonly content: AgreementContent }>(
  texts: readonly Text[],
  passages: readonly Passage[],
): { readonly text: Text; readonly content: AgreementContent }[] {
  const found = new Set<string>();
  const struck = texts.flatMap((text) => {
    const { content, held } = strikeOut(text.content, passages);
    for (const passage of held) found.add(passage);
    return held.size === 0 ? [] : [{ text, content }];
  });
  const missing = passages.findIndex(({ text }) => !found.has(text));
  if (missing >= 0) {
    const problems = [{ code: 'agreement-life.passage-unknown', field: `passages.${missing}` }];
    throw refuse('agreement-life.passage-not-found', { problems });
  }
  return struck;
}

function strikeOut(content: AgreementContent, passages: readonly Passage[]) {
  const held = new Set<string>();
  const strike = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return passages.reduce((text, passage) => {
        if (!text.includes(passage.text)) return text;
        held.add(passage.text);
        return text.replaceAll(passage.text, struckOut);
      }, value);
    }
    if (Array.isArray(value)) return value.map(strike);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, unstruck.has(key) ? inner : strike(inner)]),
      );
    }
    return value;
  };
  return { content: strike(content) as AgreementContent, held };
}

const unstruck = new Set([
  'form',
  'agreementId',
  'kind',
  'templateId',
  'templateNumber',
  'language',
  'country',
  'id',
  'holderId',
  'type',
]);
