import type { z } from 'zod';
import type { writtenForm } from '#contract/reporting/shapes.ts';
import { labelOf } from '#domain/reporting/checks.ts';
import { cellsNamed, cellsOf, type Form, type Rule } from '#domain/reporting/form.ts';
import { say, type Language } from '#words/index.ts';

type WrittenRule = z.output<(typeof writtenForm)['rules']>[number];

/** Rules as they are kept; one that came without words is told by what its figures are called. */
export function rulesOf(form: Form, rules: readonly WrittenRule[], language: Language): Rule[] {
  return rules.map((rule, index) => ({
    key: `r${index + 1}`,
    kind: rule.kind,
    left: rule.left,
    right: rule.right,
    low: rule.low,
    high: rule.high,
    words: (rule.words ?? wordsOf(form, rule, language)).slice(0, 300),
  }));
}

function wordsOf(form: Form, { kind, left, right }: WrittenRule, language: Language): string {
  const cells = cellsOf(form);
  const called = (name: string) => {
    const [one] = cellsNamed(cells, name);
    if (!one) return name;
    return `«${one.cell === name ? labelOf(one) : one.item.label}»`;
  };
  const sum = (names: readonly string[]) => names.map(called).join(' + ');
  return say(language, `reporting.rule-words.${kind}`, { left: sum(left), right: sum(right) });
}
