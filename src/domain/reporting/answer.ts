import { isDay } from '#domain/shared/dates.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { isNumeric, type Item } from './form.ts';

/** What was said of a cell. Not answered is no answer at all: a blank is never zero. */
export const answerStates = ['value', 'unknown', 'not-applicable'] as const;
export type AnswerState = (typeof answerStates)[number];

export type Answer = {
  readonly state: AnswerState;
  readonly number: number | null;
  readonly text: string | null;
};

export type ReadAnswer = { readonly answer: Answer | null } | { readonly problem: Problem };

const said: Readonly<Record<string, AnswerState>> = {
  'no hay dato': 'unknown',
  'sin dato': 'unknown',
  'n/d': 'unknown',
  nd: 'unknown',
  's/d': 'unknown',
  'no data': 'unknown',
  'no aplica': 'not-applicable',
  'n/a': 'not-applicable',
  na: 'not-applicable',
  'not applicable': 'not-applicable',
};

const yes = new Set(['yes', 'sí', 'si', 's', 'y', 'true', '1']);
const no = new Set(['no', 'n', 'false', '0']);

/** Reads what was typed or stands in a cell. Blank is not answered; what cannot be read says why. */
export function readAnswer(item: Item, typed: string): ReadAnswer {
  const text = typed.normalize('NFC').replaceAll(' ', ' ').trim();
  if (text === '') return { answer: null };
  const state = said[text.toLowerCase()];
  if (state !== undefined && item.kind !== 'text') return { answer: { state, number: null, text: null } };
  if (isNumeric(item)) return readFigure(item, text);
  if (item.kind === 'date')
    return isDay(text) ? textAnswer(text) : { problem: { code: 'reporting.not-a-day' } };
  if (item.kind === 'yes-no') return readYesNo(text);
  return item.kind === 'choice' ? readChoice(item, text) : readText(text);
}

function textAnswer(text: string): ReadAnswer {
  return { answer: { state: 'value', number: null, text } };
}

function readText(text: string): ReadAnswer {
  return text.length > 4000 ? { problem: { code: 'reporting.text-too-long' } } : textAnswer(text);
}

function readYesNo(text: string): ReadAnswer {
  const folded = text.toLowerCase();
  if (yes.has(folded)) return textAnswer('yes');
  return no.has(folded) ? textAnswer('no') : { problem: { code: 'reporting.not-yes-or-no' } };
}

function readChoice(item: Item, text: string): ReadAnswer {
  const folded = text.toLowerCase();
  const found = item.choices.find((one) => one.key === text || one.label.toLowerCase() === folded);
  return found ? textAnswer(found.key) : { problem: { code: 'reporting.not-a-choice' } };
}

function readFigure(item: Item, text: string): ReadAnswer {
  const number = parseFigure(text.replace(/%$/, ''), item.decimals > 0);
  if (number === null)
    return { problem: { code: 'reporting.not-a-number', values: { text: text.slice(0, 40) } } };
  return readNumber(item, number);
}

/** A number that is one already, as a spreadsheet holds it. */
export function readNumber(item: Item, number: number): ReadAnswer {
  if (item.decimals === 0 && !Number.isInteger(number)) return { problem: { code: 'reporting.not-whole' } };
  const problem = impossible(item, number);
  return problem ? { problem } : { answer: { state: 'value', number, text: null } };
}

/** Why a number cannot be a figure of this item at all; what is only unlikely is a check. */
export function impossible(item: Item, number: number): Problem | null {
  if (item.least !== null && number < item.least)
    return { code: 'reporting.below-least', values: { least: item.least } };
  if (item.most !== null && number > item.most)
    return { code: 'reporting.above-most', values: { most: item.most } };
  return null;
}

/**
 * A number as people write it, with point or comma. Where only whole numbers are asked for, a lone separator before three digits
 * groups thousands (1.234); where decimals are, it is read as it stands unless the grouping is beyond doubt (1.234.567, 1.234,5).
 */
export function parseFigure(text: string, hasDecimals: boolean): number | null {
  const bare = text.replaceAll(/[\s']/g, '').replace(/^\+/, '');
  if (!/^-?\d[\d.,]*$/.test(bare)) return null;
  const separators = [...bare.matchAll(/[.,]/g)].map(([mark]) => mark);
  const grouped = /^-?\d{1,3}([.,]\d{3})+$/.test(bare) && new Set(separators).size === 1;
  if (separators.length === 0) return finite(bare);
  if (grouped && (separators.length > 1 || !hasDecimals)) return finite(bare.replaceAll(/[.,]/g, ''));
  const last = separators.at(-1) ?? '';
  const whole = bare.slice(0, bare.lastIndexOf(last));
  const rest = bare.slice(bare.lastIndexOf(last) + 1);
  const isPlain = /^-?\d+$/.test(whole);
  const isGrouped = /^-?\d{1,3}([.,]\d{3})+$/.test(whole) && !whole.includes(last);
  return rest !== '' && (isPlain || isGrouped) ? finite(`${whole.replaceAll(/[.,]/g, '')}.${rest}`) : null;
}

function finite(text: string): number | null {
  const number = Number(text);
  return Number.isFinite(number) && Math.abs(number) < 1e15 ? number : null;
}

/** Whether two answers say the same. */
export function isSameAnswer(one: Answer | null, other: Answer | null): boolean {
  return one?.state === other?.state && one?.number === other?.number && one?.text === other?.text;
}
