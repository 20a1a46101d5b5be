import type { Answers } from './checks.ts';
import { cellsOf, type Form, type Formula } from './form.ts';

/** What is worked out: the figure with its two parts; a part that nobody has told yet is null, and so is the figure. */
export type WorkedOut = {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

/**
 * A ratio from the answers of a report, never from other ratios. A part of which a cell is not answered is not known; by zero nothing is
 * divided. `people` are those who live there.
 */
export function ratioOfAnswers(
  form: Form,
  answers: Answers,
  formula: Extract<Formula, { kind: 'ratio' }>,
  people: number | null,
): WorkedOut {
  const numerator = toldOf(form, answers, formula.numerator);
  const denominator = formula.denominator === null ? people : toldOf(form, answers, formula.denominator);
  const isKnown = numerator !== null && denominator !== null && denominator !== 0;
  return { numerator, denominator, value: isKnown ? (numerator / denominator) * formula.multiplier : null };
}

function toldOf(form: Form, answers: Answers, indicator: string): number | null {
  const cells = cellsOf(form).filter(({ item }) => item.indicator === indicator);
  let sum = 0;
  for (const { cell } of cells) {
    const answer = answers.get(cell);
    if (answer?.state === 'not-applicable') continue;
    if (answer?.number == null) return null;
    sum += answer.number;
  }
  return cells.length === 0 ? null : sum;
}

/** The indicators of this form that a ratio of it needs and that are not asked for. */
export function partsNotAsked(form: Form, formula: Formula): string[] {
  if (formula.kind === 'process') return [];
  const asked = new Set(cellsOf(form).flatMap(({ item }) => item.indicator ?? []));
  return [formula.numerator, formula.denominator].flatMap((code) =>
    code === null || asked.has(code) ? [] : [code],
  );
}
