import type { Format } from '#words/format.ts';
import type { Say } from '#words/say.ts';
import type { Answer } from '../api.ts';
import type { State } from '../design/state-tag.tsx';

export type Report = Answer<'getReport'>;
export type Cycle = Answer<'getReportCycle'>;
export type Standing = Report['standing'];
export type ShownItem = Report['sections'][number]['items'][number];
export type ShownCell = ShownItem['cells'][number];
export type ComputedItem = NonNullable<ShownItem['computed']>;
export type ShownCheck = Report['checks'][number];

export const addressOfReport = (id: string) => `/reportes/${id}`;
export const addressOfCycle = (id: string) => `/ciclos/${id}`;

/** How a report's state looks; what is late and not sent is late. */
export function lookOf(standing: Standing, daysLate: number, firstSentOn: string | null): State {
  if (standing === 'final') return 'fulfilled';
  if (daysLate > 0 && firstSentOn === null) return 'late';
  if (standing === 'returned' || standing === 'reopened') return 'at-risk';
  return standing === 'not-started' ? 'missing' : 'on-time';
}

/** What was answered, in words. */
export function answerWords(say: Say, format: Format, item: ShownItem, answer: ShownCell['answer']): string {
  if (answer === null) return say('reporting.not-answered');
  if (answer.state !== 'value') return say(`reporting.state.${answer.state}`);
  if (answer.number !== null) return format.number(answer.number, item.decimals);
  if (item.kind === 'yes-no') return say(answer.text === 'yes' ? 'reporting.yes' : 'reporting.no');
  return item.choices.find(({ key }) => key === answer.text)?.label ?? answer.text ?? '';
}

/** How a cell is called: the item, and the group where it has one. */
export function cellWords(item: ShownItem, cell: ShownCell): string {
  return cell.label === null ? item.label : `${item.label}: ${cell.label}`;
}

/** A check as people are told it. */
export function checkWords(say: Say, check: ShownCheck): string {
  return say.dynamic(`problem.reporting.check-${check.code}`, { ...check.values, label: check.label });
}
