import { textOf, type Answer, type Given } from '../api.ts';

export type ReportForm = Answer<'getReportForm'>;
type Written = Given<'updateReportForm'>['body'];
type Rule = NonNullable<Written['rules']>[number];

export const audiences = ['public', 'network', 'territory'] as const;
/** The rules that a screen sets; a ratio between bounds is set by the API alone. */
export const settable = ['at-most', 'sum-equals'] as const;
/** How many figures a screen adds up on either side. */
export const places = { left: 3, right: 2 } as const;

/** A form as it is kept, as it is sent again. */
export function writtenOf({ title, audience, content }: ReportForm) {
  return {
    title,
    audience,
    sections: content.sections.map((section) => ({
      title: section.title,
      help: section.help,
      items: section.items.map(
        ({ choices, decimals, dimensions, help, high, indicator, key, kind, ...one }) => ({
          key,
          kind,
          ...(indicator === null ? {} : { indicator }),
          label: one.label,
          help,
          unit: one.unit,
          decimals,
          required: one.required,
          low: one.low,
          high,
          choices,
          by: dimensions,
        }),
      ),
    })),
    rules: content.rules.map(({ high, kind, left, low, right, words }) => ({
      kind,
      left,
      right,
      low,
      high,
      words,
    })),
  };
}

/** A rule as its fields say it: what is added up on the left, how it stands to what is added up on the right. */
export function ruleOfForm(form: FormData): Rule {
  const named = (side: keyof typeof places) =>
    Array.from({ length: places[side] }, (_, index) => textOf(form, `${side}${index}`)).filter(
      (name) => name !== '',
    );
  const words = textOf(form, 'words');
  return {
    kind: settable.find((one) => one === textOf(form, 'kind')) ?? 'at-most',
    left: named('left'),
    right: named('right'),
    ...(words === '' ? {} : { words }),
  };
}
