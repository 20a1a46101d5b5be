import type { Answer } from './answer.ts';
import { cellsNamed, cellsOf, isNumeric, type Form, type FormCell, type Rule } from './form.ts';
import { unusual } from './unusual.ts';

/** What is looked at before a report is sent. Words: `reporting.check.<code>`. */
export const checkCodes = ['missing', 'out-of-range', 'unusual', 'sum-equals', 'at-most', 'ratio'] as const;
export type CheckCode = (typeof checkCodes)[number];

/** One question about what was answered. It may be so: whoever sends says why. */
export type Check = {
  /** Names it while nothing changes: a reason given for it holds as long. */
  readonly key: string;
  readonly code: CheckCode;
  /** Where it is mended; of a rule, its first cell. */
  readonly cell: string;
  readonly label: string;
  readonly values: Readonly<Record<string, string | number>>;
};

export type Answers = ReadonlyMap<string, Answer>;
/** Earlier values of each cell, the latest first. */
export type History = ReadonlyMap<string, readonly number[]>;

/** Every question about a report as it stands. */
export function checksOf(form: Form, answers: Answers, history: History): Check[] {
  const cells = cellsOf(form);
  return [
    ...cells.flatMap((one) => checkCell(one, answers.get(one.cell) ?? null, history.get(one.cell) ?? [])),
    ...form.rules.flatMap((rule) => checkRule(rule, cells, answers)),
  ];
}

/** How a cell is called: the item, and the group where it has one. */
export function labelOf({ item, crossing }: FormCell): string {
  return crossing === null ? item.label : `${item.label}: ${crossing.label}`;
}

function checkCell(one: FormCell, answer: Answer | null, past: readonly number[]): Check[] {
  const { cell, item } = one;
  const at = { cell, label: labelOf(one) };
  if (answer === null)
    return item.required ? [{ ...at, key: `missing ${cell}`, code: 'missing', values: {} }] : [];
  const { number } = answer;
  if (number === null || !isNumeric(item)) return [];
  const found: Check[] = [];
  if ((item.low !== null && number < item.low) || (item.high !== null && number > item.high)) {
    const values = { value: number, low: item.low ?? '−∞', high: item.high ?? '∞' };
    found.push({ ...at, key: `range ${cell} ${number}`, code: 'out-of-range', values });
  }
  const usual = unusual(number, past);
  if (usual) {
    const values = { value: number, low: usual.low, high: usual.high, periods: past.length };
    found.push({ ...at, key: `unusual ${cell} ${number}`, code: 'unusual', values });
  }
  return found;
}

function checkRule(rule: Rule, cells: readonly FormCell[], answers: Answers): Check[] {
  const left = sumOf(rule.left, cells, answers);
  const right = sumOf(rule.right, cells, answers);
  const first = rule.left.flatMap((name) => cellsNamed(cells, name))[0];
  if (left === null || right === null || !first || holds(rule, left, right)) return [];
  const values = { words: rule.words, left, right };
  return [
    {
      key: `rule ${rule.key} ${left} ${right}`,
      code: rule.kind,
      cell: first.cell,
      label: labelOf(first),
      values,
    },
  ];
}

// A sum of what was not all said is no sum.
function sumOf(names: readonly string[], cells: readonly FormCell[], answers: Answers): number | null {
  let sum = 0;
  for (const { cell } of names.flatMap((name) => cellsNamed(cells, name))) {
    const answer = answers.get(cell);
    if (answer?.state === 'not-applicable') continue;
    if (answer?.number === null || answer === undefined) return null;
    sum += answer.number;
  }
  return sum;
}

function holds(rule: Rule, left: number, right: number): boolean {
  if (rule.kind === 'sum-equals') return Math.abs(left - right) < 1e-9;
  if (rule.kind === 'at-most') return left <= right + 1e-9;
  if (right === 0) return left === 0;
  const ratio = left / right;
  return (rule.low === null || ratio >= rule.low) && (rule.high === null || ratio <= rule.high);
}

/** How far a report is filled in: cells answered, of all and of those that are required. */
export function progressOf(form: Form, answers: Answers) {
  const cells = cellsOf(form);
  const required = cells.filter(({ item }) => item.required);
  const isAnswered = ({ cell }: FormCell) => answers.has(cell);
  return {
    cells: cells.length,
    answered: cells.filter(isAnswered).length,
    required: required.length,
    requiredAnswered: required.filter(isAnswered).length,
  };
}
